import { useTranslation } from 'react-i18next';

const formats = ['csv', 'xlsx', 'json'] as const;

interface FileLinksProps {
  /** The route of the file, without its kind. */
  readonly path: string;
  /** What is in the file, in words. */
  readonly what: string;
}

/** The same records as files to keep. */
export function FileLinks({ path, what }: FileLinksProps) {
  const { t } = useTranslation();
  return (
    <ul className="plain tight">
      {formats.map((format) => (
        <li key={format}>
          <a className="ds-link" href={`/api/v1/${path}?format=${format}`} download>
            {t('files.keep', { what, kind: t(`files.kind.${format}`) })}
          </a>
        </li>
      ))}
    </ul>
  );
}
