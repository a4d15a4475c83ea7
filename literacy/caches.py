"""A Redis cache that is allowed to be away."""

import time
from collections.abc import Callable, Iterable
from typing import Any

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

# After a failure nobody in this process waits for Redis again for so long.
SECONDS_LEFT_ALONE = 2.0


class ForgivingRedisCache(RedisCache):
    """Finds nothing and keeps nothing while Redis does not answer."""

    away_until = 0.0

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        return self._ask(super().get, default, key, default, version)

    def get_many(
        self, keys: Iterable[str], version: int | None = None
    ) -> dict[str, Any]:
        return self._ask(super().get_many, {}, keys, version)

    def set(self, *args: Any, **kwargs: Any) -> None:
        self._ask(super().set, None, *args, **kwargs)

    def add(self, *args: Any, **kwargs: Any) -> bool:
        return self._ask(super().add, False, *args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> bool:
        return self._ask(super().delete, False, *args, **kwargs)

    def _ask(
        self, method: Callable[..., Any], without: Any, *args: Any, **kwargs: Any
    ) -> Any:
        if time.monotonic() < ForgivingRedisCache.away_until:
            return without
        try:
            return method(*args, **kwargs)
        except RedisError:
            ForgivingRedisCache.away_until = time.monotonic() + SECONDS_LEFT_ALONE
            return without
