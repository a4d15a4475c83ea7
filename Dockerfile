# The site on its own: `docker build -t literacy .`
FROM python:3.11-slim

# Pillow shapes Arabic letters with it.
RUN apt-get update \
    && apt-get install -y --no-install-recommends libfribidi0 \
    && rm -rf /var/lib/apt/lists/*

ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=literacy.settings.production \
    DATABASE_URL=sqlite:////data/site.sqlite3

WORKDIR /site
COPY requirements.txt .
RUN sed '/^# For tests and tools/,$d' requirements.txt > /tmp/runtime.txt \
    && pip install --no-cache-dir --no-deps --require-hashes -r /tmp/runtime.txt

COPY . .
# Static files are part of the image; what people make is kept in /data.
RUN useradd --system --home-dir /site site \
    && mkdir -p /data/media var \
    && ln -s /data/media var/media \
    && export SECRET_KEY=build ALLOWED_HOSTS=localhost \
    && python manage.py compile_messages \
    && python manage.py collectstatic --noinput --verbosity 0 \
    && chown -R site /data
USER site
VOLUME /data
EXPOSE 8000

CMD ["granian", "--interface", "wsgi", "--host", "0.0.0.0", "--port", "8000", \
     "--workers", "2", "--blocking-threads", "8", "--no-ws", "literacy.wsgi:application"]
