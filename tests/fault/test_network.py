"""No command but serve opens a socket: each example of the help runs under a seccomp filter that kills a process which asks the
kernel for one. A second filter would be no test: that the first kills is tested too."""
import ctypes
import json
import os
import platform
import shutil
import signal
import socket
import struct
import subprocess
import sys
import unittest

from bowline_cli import BINARY, ROOT, CliTest

# linux/audit.h, linux/seccomp.h, linux/filter.h
ARCHITECTURES = {'x86_64': (0xC000003E, (41, 53, 425)), 'aarch64': (0xC00000B7, (198, 199, 425))}  # socket, socketpair, io_uring_setup
LOAD, JUMP_EQUAL, RETURN = 0x20, 0x15, 0x06
ALLOW, KILL = 0x7FFF0000, 0x80000000
SET_NO_NEW_PRIVS, SET_SECCOMP, MODE_FILTER = 38, 22, 2
LOCAL_ALONE = ('serve',)


def program():
    """The filter as the kernel's bytes: kills on each of the calls, and on another architecture than this."""
    name, calls = ARCHITECTURES[platform.machine()]
    code = [(LOAD, 0, 0, 4), (JUMP_EQUAL, 1, 0, name), (RETURN, 0, 0, KILL), (LOAD, 0, 0, 0)]
    for number in calls:
        code += [(JUMP_EQUAL, 0, 1, number), (RETURN, 0, 0, KILL)]
    code.append((RETURN, 0, 0, ALLOW))
    return b''.join(struct.pack('HBBI', *each) for each in code), len(code)


def refuse_sockets():
    """In the child, before it becomes the program."""
    code, length = program()
    held = ctypes.create_string_buffer(code, len(code))
    header = struct.pack('HxxxxxxP', length, ctypes.addressof(held))
    kernel = ctypes.CDLL(None, use_errno=True)
    if kernel.prctl(SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 or kernel.prctl(SET_SECCOMP, MODE_FILTER, header, 0, 0) != 0:
        os._exit(99)


def can_filter():
    done = subprocess.run([sys.executable, '-c', ''], preexec_fn=refuse_sockets, check=False)
    return platform.machine() in ARCHITECTURES and done.returncode == 0


@unittest.skipUnless(platform.machine() in ARCHITECTURES and can_filter(), 'this kernel takes no seccomp filter')
class Network(CliTest):
    def confined(self, words):
        # LOGNAME, so that nobody is looked up, which glibc may do over a socket of nscd.
        return subprocess.run(words, cwd=self.folder, preexec_fn=refuse_sockets, stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, check=False, timeout=120, env=dict(os.environ, LOGNAME='tester'))

    def test_the_filter_kills(self):
        done = self.confined([sys.executable, '-c', f'import socket; socket.socket(socket.AF_INET, {int(socket.SOCK_STREAM)})'])
        self.assertEqual(done.returncode, -signal.SIGSYS)

    def test_no_command_opens_a_socket(self):
        for path in (ROOT / 'tests/data/tiny').iterdir():
            shutil.copy(path, self.folder)
        bin_folder = self.folder / 'bin'
        bin_folder.mkdir()
        (bin_folder / 'bowline').symlink_to(BINARY)
        os.environ['PATH'] = f'{bin_folder}:{os.environ["PATH"]}'
        commands = json.loads(self.bowline('help', '--json').stdout)['commands']
        first = ('init', 'run')
        for command in sorted(commands, key=lambda row: first.index(row['name']) if row['name'] in first else len(first)):
            if command['name'] in LOCAL_ALONE:
                continue
            done = self.confined(['sh', '-c', command['example']])
            with self.subTest(command=command['name']):
                self.assertEqual(done.returncode, 0, f'{command["example"]}\n{done.stdout}\n{done.stderr}')
        self.assertGreater(len(commands), 12)


if __name__ == '__main__':
    unittest.main()
