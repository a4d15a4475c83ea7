"""What compose and systemd start: our commands, as they can be called, none twice."""

import configparser
import shlex

import pytest
import yaml
from django.core.management import get_commands, load_command_class

from literacy.schedule import JOBS
from tests.architecture.sources import ROOT

UNITS = sorted((ROOT / "docs" / "deploy").glob("*.service"))
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
SERVICES = COMPOSE["services"]


def unit(name: str) -> configparser.ConfigParser:
    parsed = configparser.ConfigParser(strict=False, interpolation=None)
    parsed.optionxform = str
    parsed.read(ROOT / "docs" / "deploy" / name, encoding="utf-8")
    return parsed


def parse(line: str) -> tuple[str, dict]:
    """Return the command of `… manage.py command …` with its options, all known."""
    name, *arguments = shlex.split(line.partition("manage.py ")[2])
    command = load_command_class(get_commands()[name], name)
    return name, vars(command.create_parser("manage.py", name).parse_args(arguments))


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_systemd_starts_commands_that_exist(path):
    parse(unit(path.name)["Service"]["ExecStart"])


def test_the_timer_looks_at_the_schedule_each_minute():
    name, options = parse(unit("literacy-schedule.service")["Service"]["ExecStart"])

    assert (name, options["once"]) == ("run_schedule", True)
    assert unit("literacy-schedule.timer")["Timer"]["OnCalendar"] == "minutely"
    assert min(job.every.total_seconds() for job in JOBS) == 60


@pytest.mark.parametrize("service", ["web", "clock"])
def test_compose_starts_commands_that_exist(service):
    parse(SERVICES[service]["command"])


def test_the_schedule_runs_in_one_service():
    _name, web = parse(SERVICES["web"]["command"])
    clock, options = parse(SERVICES["clock"]["command"])

    assert not web["with_schedule"]
    assert (clock, options["once"]) == ("run_schedule", False)


def test_nginx_alone_can_be_reached_and_finds_the_application():
    reached = {name for name, service in SERVICES.items() if "ports" in service}
    address = SERVICES["web"]["networks"]["default"]["ipv4_address"]
    (network,) = COMPOSE["networks"]["default"]["ipam"]["config"]
    configuration = (ROOT / "docs" / "deploy" / "nginx.conf").read_text("utf-8")

    assert reached == {"nginx"}
    assert SERVICES["nginx"]["extra_hosts"] == [f"application:{address}"]
    assert "server application:8000;" in configuration
    assert f"set_real_ip_from {network['subnet']};" in configuration
    assert SERVICES["nginx"]["ports"] == ["127.0.0.1:8000:8080"]
    assert "listen 8080 " in configuration
