# The service with its models, run by a user without rights:
#   docker build -t hybrid-assistant .
#   docker build -t hybrid-assistant:gpu --build-arg ONNX_FLAVOR=gpu .

# cpu | gpu: which ONNX Runtime embeds, and which base image the service runs on (-p:OnnxRuntimeFlavor).
ARG ONNX_FLAVOR=cpu

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG ONNX_FLAVOR
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
WORKDIR /source
COPY global.json Directory.Build.props Directory.Build.targets Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY models/ models/
COPY src/ src/
RUN dotnet publish src/HybridAssistant.Cli -c Release -r linux-x64 --self-contained false -o /app \
    -p:OnnxRuntimeFlavor="$ONNX_FLAVOR" -p:DebugType=none

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS aspnet

FROM aspnet AS runtime-cpu

# ONNX Runtime's CUDA provider is linked against CUDA 13 and opens cuDNN 9, which this image brings; .NET comes from its own.
FROM nvidia/cuda:13.0.1-cudnn-runtime-ubuntu24.04 AS runtime-gpu
COPY --from=aspnet /usr/share/dotnet /usr/share/dotnet
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates libicu74 tzdata \
    && rm -rf /var/lib/apt/lists/* \
    && ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet \
    && useradd --system --uid 1654 --create-home app
ENV APP_UID=1654

FROM runtime-${ONNX_FLAVOR} AS final
# poppler and Tesseract read scanned pages; the fonts stand in for those that a PDF names and does not hold; llama.cpp needs
# libgomp; curl asks for health.
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
        curl fonts-dejavu-core fonts-liberation libgomp1 libstdc++6 poppler-utils tesseract-ocr tesseract-ocr-eng \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /app /app
# A volume that is mounted here for the first time takes over the owner.
RUN install -d -o "$APP_UID" -g "$APP_UID" /data /documents
USER $APP_UID
WORKDIR /data
# All interfaces of the container; which of the machine's see it is decided where the port is published.
ENV PATH=/app:$PATH \
    HYBRID__Data=/data \
    HYBRID__Documents__Path=/documents \
    HYBRID__Urls=http://0.0.0.0:8080 \
    DOTNET_EnableDiagnostics=0 \
    ORT_DISABLE_TELEMETRY=1
VOLUME ["/data", "/documents"]
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
    CMD ["curl", "-fsS", "-o", "/dev/null", "http://127.0.0.1:8080/healthz/ready"]
ENTRYPOINT ["hybrid"]
CMD ["serve"]
