"""Programs that others wrote, to check our files with. They come from their registries, once, into the build folder; a test
that needs one which cannot be had is skipped and says so."""
import os
import subprocess
import sys
import unittest
from pathlib import Path

FOLDER = Path(os.environ.get('BOWLINE_PEERS', Path(__file__).resolve().parents[2] / 'build/peers'))
PATIENCE = 120  # seconds for a registry


def once(name, make):
    """The folder of that name, made by make(folder) where it is not whole yet."""
    folder = FOLDER / name
    if not (folder / 'whole').exists():
        folder.mkdir(parents=True, exist_ok=True)
        try:
            make(folder)
        except (OSError, subprocess.SubprocessError) as reason:
            raise unittest.SkipTest(f'{name} cannot be had: {str(reason).splitlines()[0]}') from reason
        (folder / 'whole').touch()
    return folder


def quietly(*command, cwd=None):
    subprocess.run(list(map(str, command)), cwd=cwd, check=True, capture_output=True, timeout=PATIENCE)


def python_with(package):
    """A Python that can import the package, given with its version."""
    def make(folder):
        quietly(sys.executable, '-m', 'venv', folder)
        quietly(folder / 'bin/pip', 'install', '--quiet', '--disable-pip-version-check', package)
    return once(package, make) / 'bin/python'


def node_with(package):
    """A folder in which node finds the package, given with its version."""
    def make(folder):
        (folder / 'package.json').write_text('{"private": true, "type": "module"}\n', encoding='utf-8')
        quietly('npm', 'install', '--silent', '--no-audit', '--no-fund', package, cwd=folder)
    return once(package.strip('@').replace('/', '-'), make)
