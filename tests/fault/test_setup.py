"""tools/setup against a machine made of stand-ins: it asks before sudo, does nothing where all is there, takes the other name
of a package where the first cannot be had, and fails with the name of the one that cannot."""
import os
import subprocess
import unittest

from bowline_cli import ROOT, CliTest

STANDINS = {
    'dpkg-query': 'for name; do :; done\ngrep -qx "$name" installed && printf "install ok installed" || exit 1\n',
    'apt-get': 'echo "$*" >>calls\nfor name; do grep -qx -- "$name" gone && { echo "E: no $name" >&2; exit 100; }; done\n'
               'case " $* " in *" -s "*|*" update "*) exit 0;; esac\nfor name; do echo "$name" >>installed; done\nexit 0\n',
    'sudo': 'echo "sudo $*" >>calls\nexec "$@"\n',
    'id': 'cat user\n',
}


class Setup(CliTest):
    def setUp(self):
        super().setUp()
        (self.folder / 'bin').mkdir()
        for name, script in STANDINS.items():
            path = self.folder / 'bin' / name
            path.write_text(f'#!/bin/sh\n{script}')
            path.chmod(0o755)
        for name in ('installed', 'gone', 'calls'):
            (self.folder / name).write_text('')
        self.be(0)

    def be(self, user):
        (self.folder / 'user').write_text(f'{user}\n')

    def put(self, name, *packages):
        (self.folder / name).write_text(''.join(f'{package}\n' for package in packages))

    def calls(self):
        return (self.folder / 'calls').read_text()

    def setup_tool(self, *arguments, answer='', code=0):
        env = dict(os.environ, PATH=f'{self.folder}/bin:/usr/bin:/bin')
        done = subprocess.run([ROOT / 'tools/setup', *arguments], cwd=self.folder, env=env, input=answer, capture_output=True, text=True,
                              check=False)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done.stdout + done.stderr

    def names(self, purpose):
        return self.setup_tool('--for', purpose, '--list').split()

    def test_does_nothing_where_all_is_there(self):
        self.put('installed', *(names.split('|')[0] for names in self.names('test')))
        self.assertEqual(self.setup_tool('--for', 'test'), '')
        self.assertEqual(self.calls(), '')

    def test_installs_what_is_missing_and_then_nothing(self):
        self.assertIn('libicu-dev', self.setup_tool('--for', 'build'))
        self.assertIn('libicu-dev', (self.folder / 'installed').read_text())
        self.assertNotIn('clang', (self.folder / 'installed').read_text())
        self.put('calls')
        self.setup_tool('--for', 'build')
        self.assertEqual(self.calls(), '')

    def test_names_the_package_that_cannot_be_had(self):
        self.put('gone', 'libsodium-dev')
        self.assertIn('the package libsodium-dev cannot be had', self.setup_tool('--for', 'build', code=1))

    def test_takes_the_other_name(self):
        self.put('gone', 'clang-tidy-14')
        self.setup_tool('--for', 'test')
        installed = (self.folder / 'installed').read_text().split()
        self.assertIn('clang-tidy', installed)
        self.assertIn('clang-format-14', installed)
        self.assertNotIn('clang-format', installed)

    def test_asks_before_sudo(self):
        self.be(1000)
        for answer in ('', 'n\n', 'later\n'):
            self.assertIn('nothing was installed', self.setup_tool(answer=answer, code=1))
        self.assertNotIn('sudo', self.calls())
        self.setup_tool(answer='y\n')
        self.assertIn('sudo apt-get update', self.calls())

    def test_unknown_arguments(self):
        self.setup_tool('--for', 'fun', code=1)
        self.setup_tool('--fro', 'test', code=1)


if __name__ == '__main__':
    unittest.main()
