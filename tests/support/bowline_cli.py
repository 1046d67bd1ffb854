"""Runs the bowline program under test. BOWLINE names the binary (build/dev/bowline where not set)."""
import csv
import gzip
import hashlib
import json
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BINARY = str(Path(os.environ.get('BOWLINE', ROOT / 'build/dev/bowline')).resolve())
OK, FAILURE, USAGE, INTERRUPTED, REJECTS = range(5)


def start(*arguments, cwd=None, **options):
    """The program, started; its output is read with communicate()."""
    return subprocess.Popen([BINARY, *map(str, arguments)], cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True, encoding='utf-8', **options)


def run(*arguments, cwd=None, timeout=120, **options):
    with start(*arguments, cwd=cwd, **options) as process:
        try:
            out, err = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
    return subprocess.CompletedProcess(arguments, process.returncode, out, err)


def digests(folder):
    """SHA-256 of each file below a folder, by its relative name."""
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(Path(folder).rglob('*')) if path.is_file()}


def read_csv(path):
    with open(path, encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file))


def write_package(folder, resources, **extra):
    """A datapackage.json: resources are (path, kind, {column: role or None}, other keys of the resource)."""
    package = {'name': 'test', 'resources': [], **extra}
    for path, kind, columns, more in resources:
        fields = [{'name': name, **({'bowline': role} if role else {})} for name, role in columns.items()]
        resource = {'name': Path(path).name.split('.')[0], 'path': path, 'format': 'csv', 'bowline': {'kind': kind},
                    'schema': {'fields': fields}}
        package['resources'].append({**resource, **more})
    target = Path(folder) / 'datapackage.json'
    target.write_text(json.dumps(package, indent=1), encoding='utf-8')
    return target


def write_gzip(path, text):
    Path(path).write_bytes(gzip.compress(text.encode('utf-8'), mtime=0))


class CliTest(unittest.TestCase):
    """A test with an empty folder of its own, in which the program runs."""

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix='bowline-test-'))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def bowline(self, *arguments, code=OK, **options):
        done = run(*arguments, cwd=self.folder, **options)
        self.assertEqual(done.returncode, code, f'bowline {" ".join(map(str, arguments))}\n{done.stdout}\n{done.stderr}')
        return done

    def refuses(self, *arguments, code=FAILURE, says=(), **options):
        """The command fails with that exit code, and its message has all those words."""
        done = self.bowline(*arguments, code=code, **options)
        self.assertTrue(done.stderr.strip(), 'a failure must say why on standard error')
        self.assertLessEqual(len(done.stderr.strip().splitlines()), 6, done.stderr)
        for word in says:
            self.assertIn(word, done.stderr)
        for word in ('Assertion', 'Sanitizer', 'runtime error', '(null)'):
            self.assertNotIn(word, done.stderr)
        return done

    def simulate(self, name, seed=1, ads=300, rings=2):
        self.bowline('simulate', name, '--seed', seed, '--ads', ads, '--rings', rings)
        return self.folder / name / 'datapackage.json'
