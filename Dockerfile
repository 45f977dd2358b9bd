# syntax=docker/dockerfile:1

FROM node:20-bookworm-slim AS node

FROM maven:3.9-eclipse-temurin-17 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules/npm /usr/local/lib/node_modules/npm
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /src
COPY pom.xml .
COPY src src
COPY processes processes
COPY forms forms
COPY letters letters
COPY words words
# Tests belong to .ci/run: a build of the image has neither a browser nor the time for them.
RUN --mount=type=cache,target=/maven mvn -B -ntp -Dmaven.repo.local=/maven -DskipTests -Dmaven.test.skip=true package
# The libraries change with the pom, our jar with every commit: two layers, so that an update ships only the small one.
RUN java -Djarmode=tools -jar target/kefu-*.jar extract --layers --destination /extracted --application-filename kefu.jar

FROM eclipse-temurin:17-jre
RUN groupadd --system --gid 10001 kefu \
    && useradd --system --uid 10001 --gid kefu --home-dir /app --no-create-home --shell /usr/sbin/nologin kefu \
    && install --directory --owner=kefu --group=kefu /app
WORKDIR /app
COPY --from=build /extracted/dependencies/ ./
COPY --from=build /extracted/spring-boot-loader/ ./
COPY --from=build /extracted/snapshot-dependencies/ ./
COPY --from=build /extracted/application/ ./

USER kefu
# One start on an empty database in memory, up to where requests would come: the classes it loads are kept in an archive,
# which takes about a quarter of the processor time off each later start.
RUN java -XX:ArchiveClassesAtExit=kefu.jsa -XX:+UseSerialGC -Dspring.context.exit=onRefresh -jar kefu.jar \
    --spring.profiles.active=training --spring.datasource.url=jdbc:h2:mem:training

# The heap follows the container's memory limit. A node that runs out of memory goes down at once and the proxy takes
# the other one, instead of a node that lives on without some of its threads.
ENV SPRING_PROFILES_ACTIVE=prod \
    JAVA_TOOL_OPTIONS="-XX:SharedArchiveFile=/app/kefu.jsa -XX:+UseSerialGC -XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError"
EXPOSE 8080
# The start period covers the first start of all, which creates the engine's tables and ours.
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=6 \
    CMD curl --fail --silent --output /dev/null http://localhost:8080/actuator/health || exit 1
ENTRYPOINT ["java", "-jar", "kefu.jar"]
