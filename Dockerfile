# One image for every program of the hub: web, relay, worker, migrate. See docs/operate.md.
FROM python:3.11-slim-bookworm AS made

WORKDIR /srv/hub
COPY requirements.txt ./
RUN python -m venv /srv/venv && \
    /srv/venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.txt
COPY pyproject.toml requirements.in README.md LICENSE main.py ./
COPY hub hub
COPY channels channels
COPY workers workers
COPY templates templates
RUN /srv/venv/bin/pip install --no-cache-dir --no-build-isolation --no-deps --editable . && \
    /srv/venv/bin/python -m compileall -q /srv

FROM python:3.11-slim-bookworm

RUN useradd --system --uid 10001 --home-dir /var/lib/hub --create-home hub
COPY --from=made /srv /srv
WORKDIR /srv/hub
ENV PATH=/srv/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    HUB_DATA=/var/lib/hub \
    HUB_HOST=0.0.0.0 \
    HUB_PORT=8000 \
    HUB_LOG_FORMAT=json
USER 10001
VOLUME /var/lib/hub
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
CMD ["hub", "serve"]
