"""The server of the analyst's page: what it answers, to whom it does not, and what those who mean harm get."""
import hashlib
import json
import os
import socket
import time
import urllib.parse

from bowline_cli import BINARY, FAILURE, OK, CliTest, run, start, write_package
from served_case import Served

HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(2)>"\'&amp;</textarea>'
COLUMNS = {'id': 'id', 'when': 'time', 'body': 'text', 'phone': 'phone', 'town': 'place', 'who': 'advertised.name'}
HEADER = 'id,when,body,phone,town,who\n'


def quoted(value):
    return '"' + value.replace('"', '""') + '"'


def rows(count=12):
    for n in range(count):
        body = f'{HOSTILE} relaxing massage near the station number {n // 6}'
        yield f'{quoted(f"A-{n}{HOSTILE}")},2025-01-{n + 1:02},{quoted(body)},+32 470 00 00 {n // 6:02},{quoted("Gent")},{quoted(f"Secret Name {n}")}\n'


def query(path, **parameters):
    return path + '?' + urllib.parse.urlencode(parameters)


class ServeTest(CliTest):
    def setUp(self):
        super().setUp()
        (self.folder / 'ads.csv').write_text(HEADER + ''.join(rows()), encoding='utf-8')
        write_package(self.folder, [('ads.csv', 'ad', COLUMNS, {})])
        self.bowline('run', 'datapackage.json', '-o', 'case.bowline')
        self.case = self.folder / 'case.bowline'

    def serve(self, *options, signed_in=True):
        server = Served(self.case, *options, cwd=self.folder)
        self.addCleanup(server.__exit__)
        if signed_in:
            server.sign_in()
        return server

    def digest(self):
        return hashlib.sha256(self.case.read_bytes()).hexdigest()

    def wait_for_run(self, server, number):
        for _ in range(600):
            state = server.get('/api/run')
            if state['number'] >= number and state['state'] != 'running':
                return state
            time.sleep(0.05)
        self.fail('the run did not end')


class Answers(ServeTest):
    def test_every_get_route_answers_and_changes_nothing(self):
        server = self.serve()
        before = self.digest()
        api = server.get('/api/openapi.json')
        record = f'ads/A-0{HOSTILE}'
        other = f'ads/A-1{HOSTILE}'
        paths = {'/api/record': {'name': record}, '/api/identifier': {'value': '+32470000000'}, '/api/search': {'words': 'massage'},
                 '/api/why': {'a': record, 'b': other}, '/api/why-not': {'a': record, 'b': f'ads/A-11{HOSTILE}'}}
        asked = 0
        for path, methods in api['paths'].items():
            if 'get' not in methods or path == '/api/exports/{number}':
                continue
            status, headers, data = server.ask('GET', query(path.replace('{number}', '1'), **paths.get(path, {})))
            is_network = path.startswith('/api/networks/') or path.startswith('/api/templates/')
            self.assertIn(status, (200, 404) if is_network else (200,), f'{path}: {data[:200]}')
            self.assertEqual(headers['X-Content-Type-Options'], 'nosniff', path)
            if 'application/json' in headers['Content-Type']:
                json.loads(data)
            asked += 1
        self.assertGreater(asked, 18)
        self.assertEqual(self.digest(), before)
        self.assertFalse(list(self.folder.glob('case.bowline-*')))

    def test_the_text_of_records_comes_as_data_and_under_a_policy_that_runs_nothing(self):
        server = self.serve()
        status, headers, data = server.ask('GET', query('/api/record', name=f'ads/A-0{HOSTILE}'))
        self.assertEqual(status, 200)
        self.assertTrue(headers['Content-Type'].startswith('application/json'))
        record = json.loads(data)
        self.assertIn(HOSTILE, [cell['value'] for cell in record['cells'] if cell['column'] == 'body'][0])
        policy = headers['Content-Security-Policy']
        self.assertIn("default-src 'none'", policy)
        self.assertIn("script-src 'self'", policy)
        for word in ('unsafe-inline', 'unsafe-eval', '*', 'http:'):
            self.assertNotIn(word, policy)
        page = server.ask('GET', '/')[2].decode()
        self.assertNotRegex(page, r'<script(?![^>]*\ssrc=)')
        self.assertNotRegex(page, r'(?i)\son\w+\s*=|<style|\sstyle=')

    def test_protected_parties_stay_pseudonyms(self):
        server = self.serve()
        for path in (query('/api/record', name=f'ads/A-0{HOSTILE}'), '/api/case', '/api/entities/1', query('/api/search', words='massage')):
            self.assertNotIn(b'Secret Name', server.ask('GET', path)[2], path)
        self.assertEqual(server.ask('GET', query('/api/identifier', value='Secret Name 1'))[0], 404)

    def test_a_decision_is_kept_and_the_case_follows_it(self):
        server = self.serve('--as', 'Ann')
        records = [f'ads/A-{n}{HOSTILE}' for n in (0, 1)]
        entity = server.get(query('/api/record', name=records[0]))['entity']
        self.assertIsNotNone(entity)
        self.assertEqual(server.get(query('/api/record', name=records[1]))['entity'], entity)
        status, _, data = server.ask('POST', '/api/decisions', {'what': 'not-same', 'a': records[0], 'b': records[1],
                                                                'because': HOSTILE, 'run': True})
        self.assertEqual(status, 200, data)
        self.assertEqual(json.loads(data)['decision']['by'], 'Ann')
        self.assertEqual(self.wait_for_run(server, 1)['state'], 'done')
        parted = [server.get(query('/api/record', name=name))['entity'] for name in records]
        self.assertNotEqual(parted[0], parted[1])
        status, _, data = server.ask('POST', '/api/decisions/1/undo', {'because': 'a slip', 'run': True})
        self.assertEqual(status, 200, data)
        self.assertEqual(self.wait_for_run(server, 2)['state'], 'done')
        self.assertEqual(server.get(query('/api/record', name=records[1]))['entity'], entity)
        self.assertEqual(server.get('/api/decisions')['decisions'][0]['state'], 'withdrawn')

    def test_a_run_without_its_sources_fails_and_harms_nothing(self):
        server = self.serve()
        (self.folder / 'ads.csv').unlink()
        before = server.get('/api/entities/1')
        self.assertEqual(server.ask('POST', '/api/run', {})[0], 202)
        state = self.wait_for_run(server, 1)
        self.assertEqual(state['state'], 'failed')
        self.assertIn('ads.csv', state['message'])
        self.assertEqual(server.get('/api/entities/1'), before)

    def test_exports_are_files_to_take_and_gone_at_the_end(self):
        server = self.serve()
        for format_, file in (('csv', 'records.csv'), ('report', 'report.html')):
            status, _, data = server.ask('POST', '/api/exports', {'format': format_})
            self.assertEqual(status, 201, data)
            made = json.loads(data)
            self.assertIn(file, [entry['name'] for entry in made['files']])
            status, headers, data = server.ask('GET', query(f'/api/exports/{made["export"]}', name=file))
            self.assertEqual(status, 200)
            self.assertIn('attachment', headers['Content-Disposition'])
            self.assertTrue(data)
        self.assertEqual(server.ask('GET', query('/api/exports/1', name='records.csv'))[0], 404)
        for name in ('../case.bowline', '..', '.', '/etc/passwd', 'nothing'):
            self.assertEqual(server.ask('GET', query('/api/exports/2', name=name))[0], 404, name)
        self.assertEqual(server.ask('POST', '/api/exports', {'format': '../../x'})[0], 400)


class Log(ServeTest):
    def entries(self):
        return json.loads(self.bowline('log', 'case.bowline', '--json').stdout)['entries']

    def test_what_was_looked_at_and_given_away_is_noted(self):
        server = self.serve('--as', 'Ann', '--purpose', 'enquiry 12')
        server.get('/api/entities/1')
        server.get('/api/entities/1')
        server.get(query('/api/search', words='massage'))
        server.ask('POST', '/api/exports', {'format': 'csv'})
        self.assertIn('disclosure', [entry['verb'] for entry in server.get('/api/log')['entries']])
        server.__exit__()
        given, looked = self.entries()[-2:]
        self.assertEqual((given['verb'], given['object'], given['actor'], given['purpose']), ('disclosure', 'csv', 'Ann', 'enquiry 12'))
        self.assertEqual((looked['verb'], looked['command'], looked['actor'], looked['purpose']), ('consultation', 'serve', 'Ann', 'enquiry 12'))
        self.assertEqual(looked['object'], 'entity 1, a search')
        self.assertNotIn('massage', json.dumps(self.entries()))

    def test_a_pseudonym_is_revealed_to_somebody_for_a_purpose_and_noted(self):
        server = self.serve('--as', 'Ann', '--purpose', 'enquiry 12')
        cells = server.get(query('/api/record', name=f'ads/A-3{HOSTILE}'))['cells']
        pseudonym = next(cell['value'] for cell in cells if cell['column'] == 'who')
        self.assertRegex(pseudonym, '^P-[0-9a-f]{8}$')
        asked = {'pseudonym': pseudonym, 'who': 'Bea', 'purpose': 'to warn her'}
        before = self.digest()
        for missing in asked:
            for value in (None, '', '  ', 7):
                wrong = {**asked, missing: value}
                status, _, data = server.ask('POST', '/api/reveal', {k: v for k, v in wrong.items() if v is not None})
                self.assertEqual(status, 400, (missing, value))
                self.assertNotIn(b'Secret', data)
        self.assertEqual(server.ask('POST', '/api/reveal', {**asked, 'pseudonym': 'P-00000000'})[0], 404)
        self.assertEqual(server.ask('GET', query('/api/reveal', **asked))[0], 405)
        self.assertEqual(server.ask('POST', '/api/reveal', asked, headers={'Origin': 'http://evil.example'})[0], 403)
        self.assertEqual(server.ask('POST', '/api/reveal', asked, cookie=False)[0], 401)
        self.assertEqual(self.digest(), before)
        status, headers, data = server.ask('POST', '/api/reveal', asked)
        self.assertEqual(status, 200, data)
        self.assertEqual(json.loads(data)['value'], 'Secret Name 3')
        self.assertIn('no-store', headers['Cache-Control'])
        noted = server.get('/api/log')['entries'][-1]
        self.assertEqual([noted[key] for key in ('verb', 'command', 'object', 'actor', 'purpose')], ['consultation', 'reveal', pseudonym, 'Bea', 'to warn her'])
        self.assertNotIn('Secret', json.dumps(self.entries()))
        self.assertEqual(server.get(query('/api/record', name=f'ads/A-3{HOSTILE}'))['cells'], cells)

    def test_a_case_that_nobody_looked_at_gets_no_entry(self):
        before = self.entries()
        self.serve().__exit__()
        self.assertEqual([entry['entry'] for entry in self.entries() if entry['command'] == 'serve'], [])
        self.assertGreaterEqual(len(self.entries()), len(before))


class Refusals(ServeTest):
    def test_a_token_opens_once_and_a_session_is_needed(self):
        server = self.serve(signed_in=False)
        for path in ('/api/case', '/api/networks', '/api/decisions', '/api/run'):
            self.assertEqual(server.ask('GET', path)[0], 401, path)
        self.assertEqual(server.ask('GET', '/')[0], 200)
        for token in (None, '', 'x', 'a' * 64, server.token[:-1], server.token + '0'):
            self.assertEqual(server.ask('POST', '/api/session', {'token': token})[0], 403, token)
        used = server.token
        cookie = server.sign_in()
        self.assertIn('HttpOnly', cookie)
        self.assertIn('SameSite=Strict', cookie)
        self.assertEqual(server.ask('GET', '/api/case')[0], 200)
        self.assertEqual(server.ask('POST', '/api/session', {'token': used}, cookie=False)[0], 403)
        name = server.cookie.split('=')[0]
        for cookie in ('', f'{name}=', f'{name}={"0" * 64}', server.cookie[:-1], f'x{server.cookie}'):
            self.assertEqual(server.ask('GET', '/api/case', headers={'Cookie': cookie})[0], 401, cookie)
        first = server.cookie
        server.sign_in()
        self.assertNotEqual(first, server.cookie)
        self.assertEqual(server.ask('GET', '/api/case', headers={'Cookie': first})[0], 200)

    def test_other_hosts_and_origins_are_refused(self):
        server = self.serve()
        for host in ('evil.example', f'evil.example:{server.port}', '127.0.0.1', f'127.0.0.1:{server.port + 1}', f'127.0.0.1.evil.example:{server.port}',
                     f'[::1]:{server.port}', '', None):
            self.assertIn(server.ask('GET', '/api/case', headers={'Host': host})[0], (400, 421), host)
        self.assertEqual(server.ask('GET', '/api/case', headers={'Host': f'localhost:{server.port}'})[0], 200)
        before = self.digest()
        decision = {'what': 'generic', 'a': '+32470000000', 'because': 'x'}
        for origin in (None, 'null', 'http://evil.example', f'https://{server.host}', f'http://localhost:{server.port}', f'http://{server.host}.evil.example'):
            status = server.ask('POST', '/api/decisions', decision, headers={'Origin': origin})[0]
            self.assertEqual(status, 403, origin)
        for kind in ('text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', None):
            self.assertEqual(server.ask('POST', '/api/decisions', decision, headers={'Content-Type': kind})[0], 415, kind)
        self.assertEqual(server.ask('GET', '/api/case', headers={'Origin': 'http://evil.example'})[0], 403)
        self.assertEqual(self.digest(), before)

    def test_nothing_is_written_by_get_or_by_unknown_methods(self):
        server = self.serve()
        before = self.digest()
        for path in ('/api/decisions', '/api/decisions/1/undo', '/api/run', '/api/exports', '/api/session'):
            status, headers, _ = server.ask('GET', query(path, what='generic', a='+32470000000', because='x', run='true', format='csv'))
            self.assertIn(status, (200, 405), path)
            if status == 405:
                self.assertEqual(headers['Allow'], 'POST')
        for method in ('PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'XYZ'):
            self.assertIn(server.ask(method, '/api/decisions')[0], (404, 405, 501), method)
        self.assertEqual(server.get('/api/run')['state'], 'idle')
        self.assertEqual(self.digest(), before)

    def test_paths_lead_to_rows_of_the_table_alone(self):
        server = self.serve()
        for path in ('/../../etc/passwd', '/..%2f..%2fetc/passwd', '/%2e%2e/case.bowline', '//', '/api', '/api/', '/api/case/', '/API/CASE', '/app.js/..',
                     '/app.js%00', '/index.html', '/bundle/app.js', '/case.bowline', '/api/networks/0', '/api/networks/-1', '/api/networks/01',
                     '/api/networks/4294967296', '/api/networks/99999999999999999999', '/api/networks/1e3', '/api/networks/1/', '/api/networks/{number}',
                     '/api/entities/', '/api/exports/1/../../x'):
            self.assertEqual(server.ask('GET', path)[0], 404, path)

    def test_parameters_are_checked(self):
        server = self.serve()
        for path in ('/api/record', '/api/record?name=', '/api/search', '/api/why?a=ads/A-1', '/api/networks?limit=0', '/api/networks?limit=501',
                     '/api/networks?limit=-1', '/api/networks?limit=9x', '/api/networks?first=x', '/api/networks?first=0', '/api/networks?first=4294967296',
                     '/api/review?limit=99999999999999999999', query('/api/search', words='!!!'), query('/api/search', words='x' * 5000)):
            self.assertEqual(server.ask('GET', path)[0], 400, path)
        for name in ("x' OR 1=1 --", 'ads/"; DROP TABLE record; --', 'ads/\x00', '\xff', 'ads/' + 'x' * 9000):
            self.assertIn(server.ask('GET', query('/api/record', name=name))[0], (400, 404), name)
        self.assertEqual(server.ask('GET', '/api/record?name=' + 'x' * 70000)[0], 414)

    def test_bodies_are_bounded_and_must_be_objects(self):
        server = self.serve()
        before = self.digest()
        for body, wanted in ((b'', 400), (b'[]', 400), (b'"x"', 400), (b'{', 400), (b'{"a":1,"a":2}', 400), (b'\xff\xfe', 400), (b'{"what":1}', 400),
                             (b'{"what":"same"}', 400), (b'{"what":"same","a":"x","b":"y","because":"z"}', 404),
                             (json.dumps({'what': 'generic', 'a': '+32470000000', 'because': 'x' * 20000}).encode(), 413),
                             (b'[' * 16000, 400)):
            self.assertEqual(server.ask('POST', '/api/decisions', body)[0], wanted, body[:40])
        self.assertEqual(server.ask('POST', '/api/decisions', b'{}', headers={'Content-Length': '99999999999'})[0], 413)
        self.assertEqual(server.ask('POST', '/api/session', {'token': 'x' * 2000}, cookie=False)[0], 413)
        chunked = (f'POST /api/decisions HTTP/1.1\r\nHost: {server.host}\r\nOrigin: http://{server.host}\r\nCookie: {server.cookie}\r\n'
                   'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n').encode() + (b'4000\r\n' + b'x' * 0x4000 + b'\r\n') * 4 + b'0\r\n\r\n'
        self.assertIn(b' 413 ', server.raw(chunked).split(b'\r\n')[0])
        self.assertEqual(self.digest(), before)
        self.assertEqual(server.ask('GET', '/api/case')[0], 200)

    def test_bytes_that_are_no_request_do_no_harm(self):
        server = self.serve()
        for data in (b'', b'\x00' * 100, b'GET\r\n\r\n', b'GET / HTTP/9.9\r\n\r\n', b'\x16\x03\x01\x02\x00\x01' * 50, b'GET /' + b'a' * 200000,
                     b'GET / HTTP/1.1\r\n' + b'X: ' + b'y' * 100000 + b'\r\n\r\n', b'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n'):
            server.raw(data)
        self.assertEqual(server.ask('GET', '/api/case')[0], 200)

    def test_many_idle_connections_do_not_stop_it(self):
        server = self.serve()
        idle = [socket.create_connection(('127.0.0.1', server.port)) for _ in range(30)]
        self.assertEqual(server.ask('GET', '/api/case')[0], 200)
        for connection in idle:
            connection.close()


class Starting(ServeTest):
    def test_it_listens_on_this_machine_alone(self):
        server = self.serve(signed_in=False)
        with open('/proc/net/tcp', encoding='ascii') as file:
            listening = [line.split()[1] for line in file if line.split()[3] == '0A' and line.split()[1].endswith(f':{server.port:04X}')]
        self.assertEqual(listening, [f'0100007F:{server.port:04X}'])

    def test_a_socket_is_its_owners_and_a_dead_one_is_replaced(self):
        path = self.folder / 'page.socket'
        for _ in range(2):
            process = start('serve', self.case, '--socket', path, cwd=self.folder)
            self.assertIn('http://localhost/#token=', process.stdout.readline())
            self.assertEqual(os.stat(path).st_mode & 0o777, 0o600)
            with socket.socket(socket.AF_UNIX) as connection:
                connection.connect(str(path))
                connection.sendall(b'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')
                self.assertIn(b' 200 ', connection.recv(64))
            second = run('serve', self.case, '--socket', path, cwd=self.folder)
            self.assertEqual(second.returncode, FAILURE)
            process.kill()
            process.communicate()
            self.assertTrue(path.exists())
        process = start('serve', self.case, '--socket', path, cwd=self.folder)
        process.stdout.readline()
        process.terminate()
        process.communicate(timeout=20)
        self.assertEqual(process.returncode, OK)
        self.assertFalse(path.exists())

    def test_what_cannot_be_served_is_said(self):
        self.refuses('serve', 'nothing.bowline', code=FAILURE, says=['nothing.bowline'])
        self.refuses('serve', 'ads.csv', code=FAILURE, says=['ads.csv'])
        server = self.serve(signed_in=False)
        self.refuses('serve', 'case.bowline', '--port', str(server.port), code=FAILURE, says=['127.0.0.1', 'in use'])
        (self.folder / 'file').write_text('kept', encoding='utf-8')
        self.refuses('serve', 'case.bowline', '--socket', 'file', code=FAILURE, says=['file'])
        self.assertEqual((self.folder / 'file').read_text(encoding='utf-8'), 'kept')
        self.refuses('serve', 'case.bowline', '--socket', 'x' * 200, code=FAILURE, says=['bytes'])

    def test_a_run_elsewhere_is_told_and_waited_for(self):
        server = self.serve()
        with open(self.folder / 'ads.csv', 'a', encoding='utf-8') as file:
            file.write('A-new,2025-02-01,a new text for the day,+32 470 00 00 09,Gent,Nobody\n')
        self.bowline('run', 'datapackage.json', '-o', 'case.bowline')
        self.assertEqual(server.get(query('/api/record', name='ads/A-new'))['kind'], 'ad')


if __name__ == '__main__':
    import unittest
    assert BINARY
    unittest.main()
