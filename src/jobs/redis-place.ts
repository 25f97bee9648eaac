/** A host and a port. */
export interface RedisNode {
  readonly host: string;
  readonly port: number;
}

/** What an address of Redis says. */
export interface RedisPlace {
  /** One Redis, a cluster that shares the keys among its nodes, or Sentinels that know which Redis is the first now. */
  readonly kind: 'one' | 'cluster' | 'sentinel';
  /** The nodes to begin with; of `sentinel` the Sentinels. */
  readonly nodes: readonly RedisNode[];
  /** What the Sentinels call those they watch; empty otherwise. */
  readonly name: string;
  /** The login of Redis; Sentinels are asked without one. */
  readonly login: { readonly username?: string; readonly password?: string };
  readonly isEncrypted: boolean;
  readonly db: number;
}

const form = /^(rediss?)(?:\+(cluster|sentinel))?:\/\/(?:([^@/]*)@)?([^/@]+)(?:\/(.*))?$/;
const usualPorts = { one: 6379, cluster: 6379, sentinel: 26_379 } as const;

/**
 * Reads `redis://host:port/0`, `redis+cluster://host:port,host:port` or `redis+sentinel://host:port,host:port/name`; `rediss` for TLS.
 * What is left out is 6379 (Sentinels 26379), database 0, and `mymaster`, as everybody calls it.
 */
export function redisPlace(url: string): RedisPlace {
  const [, scheme, way, credentials = '', hosts = '', path = ''] = form.exec(url) ?? [];
  const kind = way === 'cluster' || way === 'sentinel' ? way : 'one';
  const [user = '', password] = credentials.split(':').map(decodeURIComponent);
  const [name = '', db = '0'] = kind === 'sentinel' ? path.split('/') : ['', path || '0'];
  return {
    kind,
    nodes: hosts.split(',').map((host) => nodeOf(host, usualPorts[kind])),
    name: kind === 'sentinel' ? name || 'mymaster' : '',
    login: { ...(user && { username: user }), ...(password !== undefined && { password }) },
    isEncrypted: scheme === 'rediss',
    db: Number(db),
  };
}

function nodeOf(text: string, usualPort: number): RedisNode {
  const [, host = text, port] = /^(.*?)(?::(\d+))?$/.exec(text) ?? [];
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port ?? usualPort) };
}
