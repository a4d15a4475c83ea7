# The site on its own: `docker build -t literacy .`
FROM python:3.11-slim

# Pillow shapes Arabic letters with it.
RUN apt-get update \
    && apt-get install -y --no-install-recommends libfribidi0 \
    && rm -rf /var/lib/apt/lists/*

ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=literacy.settings.production \
    DATA_DIR=/data \
    STATIC_ROOT=/site/var/static

WORKDIR /site
COPY requirements.txt .
RUN sed '/^# For tests and tools/,$d' requirements.txt > /tmp/runtime.txt \
    && pip install --no-cache-dir --no-deps --require-hashes -r /tmp/runtime.txt

COPY . .
# Static files are part of the image. The rest of what the site writes is in /data, and
# belongs to the user that it runs as.
RUN useradd --system --uid 10001 --home-dir /site site \
    && export DJANGO_SETTINGS_MODULE=literacy.settings.dev \
    && python manage.py compile_messages \
    && python manage.py collectstatic --noinput --verbosity 0 \
    && mkdir -p /data/media \
    && chown -R site /data
USER site
VOLUME /data
EXPOSE 8000

CMD ["python", "manage.py", "serve", "--host", "0.0.0.0", "--with-schedule"]
