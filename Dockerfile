# The app's image: what Home Assistant builds on the owner's machine, or what a release publishes.
# docs/image.md says how it is made and tested without a Docker daemon.
ARG BUILD_FROM=ghcr.io/home-assistant/base-debian:trixie-2026.08.0
ARG NODE_FROM=node:24-trixie-slim

FROM ${NODE_FROM} AS made
WORKDIR /made
COPY package.json package-lock.json ./
COPY packages/ha-mqtt-discovery/package.json packages/ha-mqtt-discovery/
# No package's own script runs: esbuild comes compiled, and the serial port's compiled part lies ready in its package.
RUN npm ci --ignore-scripts --prefer-offline --fetch-retries=5 --no-audit --no-fund
COPY tsconfig.json LICENSE ./
COPY scripts/bundle.ts scripts/
COPY scripts/bundle scripts/bundle
COPY scripts/image/slim.ts scripts/image/warm.ts scripts/image/
COPY packages/ha-mqtt-discovery/src packages/ha-mqtt-discovery/src
COPY src src
# The bundle; of the compiled parts those for this machine and its C library; and the machine code of a first life, since
# the folder cannot be written where the image runs. It lies where it was made, or Node would not take it.
RUN node scripts/bundle.ts \
	&& mv dist /opt/solar-heating \
	&& cp package.json LICENSE /opt/solar-heating/ \
	&& node scripts/image/slim.ts /opt/solar-heating \
	&& node scripts/image/warm.ts /opt/solar-heating

FROM ${BUILD_FROM}
ARG BUILD_VERSION=dev
ARG BUILD_ARCH=amd64
COPY --from=made /usr/local/bin/node /usr/local/bin/node
COPY --from=made /opt/solar-heating /opt/solar-heating
COPY addon/rootfs /
# s6-overlay's: a service that cannot start ends the container. At the end it waits for the services (each has limits of its
# own in addon/rootfs), and then this long in any case for whatever else is left: which is nothing.
ENV NODE_ENV=production \
	SOLAR_HEATING_DATA=/data \
	S6_BEHAVIOUR_IF_STAGE2_FAILS=2 \
	S6_SERVICES_GRACETIME=20000 \
	S6_KILL_GRACETIME=500
LABEL io.hass.type="app" \
	io.hass.name="Solar Heating" \
	io.hass.description="Solar-thermal controller that controls by itself, explains itself, and never talks to a broker without a login" \
	io.hass.version="${BUILD_VERSION}" \
	io.hass.arch="${BUILD_ARCH}" \
	org.opencontainers.image.title="Solar Heating" \
	org.opencontainers.image.licenses="Apache-2.0" \
	org.opencontainers.image.version="${BUILD_VERSION}"
# Healthy is: the control loop turns. Not: a broker, a sensor or Home Assistant is there.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --start-interval=2s --retries=3 \
	CMD ["curl", "-fsS", "--max-time", "4", "http://127.0.0.1:8099/healthz"]
