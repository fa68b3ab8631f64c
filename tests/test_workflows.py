"""What is tested elsewhere is what the project says it runs on."""

from __future__ import annotations

import tomllib
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent


def test_each_python_that_is_named_is_tested() -> None:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "tests.yml").read_text(encoding="utf-8"))
    matrix = workflow["jobs"]["tests"]["strategy"]["matrix"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    versions = [name.rpartition(" :: ")[2] for name in project["classifiers"] if " :: Python :: 3." in name]
    assert matrix["python"] == versions
    assert project["requires-python"] == f">={versions[0]}"
    assert matrix["system"] == ["ubuntu-latest", "macos-latest", "windows-latest"]
    assert matrix["dependencies"] == ["pinned", "newest"]
