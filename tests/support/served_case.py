"""A bowline server for a case, and a client that talks to it as a browser would, or as nobody should."""
import http.client
import json
import socket

from bowline_cli import start


class Served:
    """with Served(case) as server: ... Ends the server at the end."""

    def __init__(self, case, *options, cwd=None, port=0):
        self.process = start('serve', case, '--port', port, *options, cwd=cwd)
        self.links = []
        line = self.process.stdout.readline()
        if not line.startswith('Open http'):
            raise AssertionError(f'the server did not start: {line!r} {self.process.communicate()}')
        self.token = line.strip().rsplit('=', 1)[1]
        self.process.stdout.readline()
        address = line.split()[1].split('/')[2]
        self.host = address
        self.port = int(address.rsplit(':', 1)[1]) if ':' in address else None
        self.cookie = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.returncode is not None:
            return
        self.process.terminate()
        self.process.communicate(timeout=30)

    def ask(self, method, path, body=None, headers=None, cookie=True, origin=True):
        """(status, headers, body). headers: None values take a header away."""
        sent = {'Host': self.host}
        if cookie and self.cookie:
            sent['Cookie'] = self.cookie
        if isinstance(body, dict):
            body = json.dumps(body).encode()
        if method != 'GET':
            sent['Content-Type'] = 'application/json'
            if origin:
                sent['Origin'] = f'http://{self.host}'
        sent.update(headers or {})
        connection = http.client.HTTPConnection('127.0.0.1', self.port, timeout=60)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in sent.items():
            if value is not None:
                connection.putheader(name, value)
        if body is not None and 'Content-Length' not in sent:
            connection.putheader('Content-Length', str(len(body)))
        connection.endheaders(body)
        answer = connection.getresponse()
        data = answer.read()
        connection.close()
        return answer.status, answer.headers, data

    def sign_in(self):
        status, headers, data = self.ask('POST', '/api/session', {'token': self.token})
        if status != 200:
            raise AssertionError(f'no session: {status} {data!r}')
        self.cookie = headers['Set-Cookie'].split(';')[0]
        self.token = self.process.stdout.readline().strip().rsplit('=', 1)[1]
        return headers['Set-Cookie']

    def get(self, path):
        status, _, data = self.ask('GET', path)
        if status != 200:
            raise AssertionError(f'{path}: {status} {data!r}')
        return json.loads(data)

    def raw(self, data):
        """What the server says to bytes that are no request."""
        with socket.create_connection(('127.0.0.1', self.port), timeout=20) as connection:
            connection.settimeout(2)  # it may wait for the rest of what is no request
            parts = []
            try:
                connection.sendall(data)
                connection.shutdown(socket.SHUT_WR)
                while part := connection.recv(65536):
                    parts.append(part)
            except OSError:
                pass
        return b''.join(parts)
