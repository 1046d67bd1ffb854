"""What users get wrong, and what machines do to them: each has an exit code and a message that says what, where and what
to do; nothing that was there before is harmed."""
import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import time
import unittest

from bowline_cli import (BINARY, FAILURE, INTERRUPTED, OK, REJECTS, USAGE, CliTest, read_csv, run, start, write_gzip,
                         write_package)

ADS = 'id,body,phone\nA-1,cosy room near the station,+32 470 00 00 01\nA-2,cosy room near the park,+32 470 00 00 02\n'
COLUMNS = {'id': 'id', 'body': 'text', 'phone': 'phone'}
NOBODY = 65534


class BadInput(CliTest):
    def write(self, name, text):
        (self.folder / name).write_bytes(text if isinstance(text, bytes) else text.encode('utf-8'))
        return name

    def package(self, text=ADS, name='ads.csv', kind='ad', columns=None, **more):
        if text is not None:
            self.write(name, text)
        write_package(self.folder, [(name, kind, columns or COLUMNS, more)])
        return 'datapackage.json'

    def case(self):
        self.package()
        self.bowline('run', 'datapackage.json', '-o', 'good.bowline')
        return 'good.bowline'

    def refuses_run(self, *says, code=FAILURE, options=(), **more):
        done = self.refuses('run', 'datapackage.json', '-o', 'x.bowline', *options, code=code, says=says, **more)
        self.assertFalse(list(self.folder.glob('x.bowline-*')), 'no side file may stay behind')
        return done

    def rejects(self, case='x.bowline'):
        shutil.rmtree(self.folder / 'out', ignore_errors=True)
        self.bowline('export', case, '--format', 'csv', '-o', 'out')
        return read_csv(self.folder / 'out/rejects.csv')


class Description(BadInput):
    """The data package says what cannot be."""

    def test_unknown_kind(self):
        self.package(kind='advert')
        self.refuses_run('datapackage.json', 'ads', '"advert"', 'ad', 'stay', 'payment', 'call', 'premises', 'person', 'report')

    def test_unknown_type(self):
        self.package(columns={**COLUMNS, 'phone': 'fone'})
        self.refuses_run('datapackage.json', 'ads', '"fone"', 'phone', 'email', 'account')

    def test_party_that_the_kind_does_not_have(self):
        self.package(columns={**COLUMNS, 'phone': 'booker.phone'})
        self.refuses_run('datapackage.json', 'ads', 'booker', 'contact', 'advertised')

    def test_package_is_missing(self):
        self.refuses_run('datapackage.json', 'No such file')

    def test_package_is_not_json(self):
        self.write('datapackage.json', '{"resources": [\n')
        self.refuses_run('datapackage.json', 'line')

    def test_package_is_another_json(self):
        for text in ('[]', '{}', '{"resources": []}', '{"resources": 3}', '{"resources": [{"bowline": {"kind": "ad"}}]}'):
            self.write('datapackage.json', text)
            with self.subTest(text):
                self.refuses_run('datapackage.json')

    def test_names_of_places(self):
        self.write('ads.csv', ADS)
        for places, words in (({'docks': 'be:nowhere'}, ('docks', 'be:nowhere')), ({'docks': 3}, ('docks',)), ('docks', ('bowline.places',))):
            write_package(self.folder, [('ads.csv', 'ad', COLUMNS, {})])
            package = json.loads((self.folder / 'datapackage.json').read_text(encoding='utf-8'))
            package['bowline'] = {'places': places}
            self.write('datapackage.json', json.dumps(package))
            with self.subTest(places):
                self.refuses_run(*words)

    def test_two_resources_of_one_name(self):
        self.write('ads.csv', ADS)
        write_package(self.folder, [('ads.csv', 'ad', COLUMNS, {}), ('ads.csv', 'ad', COLUMNS, {})])
        self.refuses_run('datapackage.json', 'ads')


class Tables(BadInput):
    """The tables are not what the data package says, or not there."""

    def test_table_is_missing(self):
        self.package(text=None)
        self.refuses_run('ads.csv', 'No such file')

    def test_table_is_a_folder(self):
        (self.folder / 'ads.csv').mkdir()
        self.package(text=None)
        self.refuses_run('ads.csv')

    def test_csv_that_is_said_to_be_json_lines(self):
        self.package(name='ads.jsonl', format='jsonl')
        self.refuses_run('ads', 'JSON', code=FAILURE)

    def test_picture_that_is_said_to_be_csv(self):
        self.package(text=b'\x89PNG\r\n\x1a\n' + bytes(range(256)) * 40)
        self.refuses_run('ads.csv')

    def test_corrupt_gzip(self):
        rows = ''.join(f'A-{n},room {n * 7919 % 1000},+32 470 00 00 {n % 100:02}\n' for n in range(2000))
        write_gzip(self.folder / 'ads.csv.gz', 'id,body,phone\n' + rows)
        whole = (self.folder / 'ads.csv.gz').read_bytes()
        middle = len(whole) // 2
        flipped = whole[:middle] + bytes([whole[middle] ^ 0xff]) + whole[middle + 1:]
        for what, data in (('cut short', whole[:middle]), ('a byte changed', flipped), ('no gzip at all', b'\x1f\x8b' + b'no' * 50)):
            with self.subTest(what):
                self.package(text=data, name='ads.csv.gz')
                self.refuses_run('ads.csv.gz', 'gzip')
                if (self.folder / 'x.bowline').exists():
                    with sqlite3.connect(self.folder / 'x.bowline') as base:
                        self.assertEqual(base.execute('SELECT count(*) FROM record').fetchone(), (0,), 'half a table is kept')
                    (self.folder / 'x.bowline').unlink()

    def test_id_twice(self):
        self.package(ADS + 'A-1,another room,+32 470 00 00 03\n')
        self.bowline('run', 'datapackage.json', '-o', 'x.bowline')
        found = self.rejects()
        self.assertEqual([(row['resource'], row['line'], row['column']) for row in found], [('ads', '4', 'id')])
        self.assertIn('A-1', found[0]['reason'])

    def test_table_with_a_header_alone(self):
        self.package('id,body,phone\n')
        self.bowline('run', 'datapackage.json', '-o', 'x.bowline')
        self.assertEqual(self.rejects(), [])
        self.assertEqual(read_csv(self.folder / 'out/records.csv'), [])

    def test_table_of_no_bytes(self):
        self.package('')
        self.refuses_run('ads.csv', 'empty')

    def test_column_that_is_not_there(self):
        self.package('id,body\nA-1,room\n')
        self.refuses_run('ads', 'phone')

    def test_bad_cells_reject_the_cell_not_the_row(self):
        self.package(ADS + 'A-3,room,not a number\n')
        self.bowline('run', 'datapackage.json', '-o', 'x.bowline')
        self.assertEqual([(row['line'], row['column']) for row in self.rejects()], [('4', 'phone')])
        self.assertEqual(len(read_csv(self.folder / 'out/records.csv')), 3)

    def test_too_many_rejects(self):
        self.package(ADS + ''.join(f'B-{n},room,too,many,cells\n' for n in range(5)))
        self.refuses_run('ads', '4', code=REJECTS, options=('--max-rejects', '4'))


class CaseFile(BadInput):
    """The case file is not one, or not ours to have now."""

    def test_missing_case(self):
        for command in (('report', 'no.bowline', '-o', 'r.html'), ('stages', 'no.bowline'), ('search', 'no.bowline', 'room'),
                        ('export', 'no.bowline', '--format', 'csv', '-o', 'out')):
            with self.subTest(command):
                self.refuses(*command, says=('no.bowline',))

    def test_file_that_is_no_case(self):
        self.package()
        for what, text in (('text', 'my only copy\n' * 100), ('short', 'x'), ('empty', '')):
            self.write('notes.txt', text)
            with self.subTest(what):
                if text:
                    self.refuses('run', 'datapackage.json', '-o', 'notes.txt', says=('notes.txt', 'not a', 'case'))
                    self.assertEqual((self.folder / 'notes.txt').read_text(), text, 'a file that is not ours was changed')
                self.refuses('stages', 'notes.txt', says=('notes.txt', 'not a', 'case'))

    def test_another_sqlite_file(self):
        self.package()
        with sqlite3.connect(self.folder / 'other.db') as base:
            base.execute('CREATE TABLE mine (a)')
        base.close()
        before = (self.folder / 'other.db').read_bytes()
        self.refuses('run', 'datapackage.json', '-o', 'other.db', says=('other.db', 'not a', 'case file'))
        self.assertEqual((self.folder / 'other.db').read_bytes(), before)

    def test_damaged_case(self):
        case = self.case()
        data = bytearray((self.folder / case).read_bytes())
        data[4096:] = b'\xff' * (len(data) - 4096)
        (self.folder / case).write_bytes(data)
        self.refuses('export', case, '--format', 'csv', '-o', 'out', says=(case,))

    def test_case_of_a_newer_version(self):
        case = self.case()
        with sqlite3.connect(self.folder / case) as base:
            base.execute('PRAGMA user_version = 999')
        base.close()
        for command in (('stages', case), ('run', 'datapackage.json', '-o', case)):
            with self.subTest(command):
                self.refuses(*command, says=(case, '999', 'newer'))

    def test_case_that_is_open_elsewhere(self):
        case = self.case()
        self.write('ads.csv', ADS + 'A-3,a third room,+32 470 00 00 03\n')
        base = sqlite3.connect(self.folder / case, isolation_level=None)
        base.execute('BEGIN EXCLUSIVE')
        began = time.monotonic()
        self.refuses('run', 'datapackage.json', '-o', case, says=(case, 'open'))
        self.assertLess(time.monotonic() - began, 30, 'waits too long for a lock')
        base.execute('ROLLBACK')
        base.close()
        self.bowline('run', 'datapackage.json', '-o', case)

    def test_ids_that_are_not_there(self):
        case = self.case()
        for command in (('show', case, 'entity', 999999), ('show', case, 'network', 999999), ('show', case, 'record', 'nowhere'),
                        ('why', case, 'A-1', 'nowhere')):
            with self.subTest(command):
                self.refuses(*command, says=(str(command[-1]),))
        self.refuses('score', case, 'no-truth.csv', says=('no-truth.csv',))

    def test_decisions_about_what_is_not_there(self):
        case = self.case()
        before = (self.folder / case).read_bytes()
        for words, says in ((('same', 'A-1', 'nowhere'), ('nowhere',)), (('same', 'entity', 999999, 'A-1'), ('entity 999999',)),
                            (('same', 'A-1', 'A-1'), ('same party',)), (('same', 'A-1', 'A-2:booker'), ('booker',)),
                            (('same', 'A-1', 'A-2:author'), ('author',)), (('generic', '+3299999999'), ('+3299999999',)),
                            (('generic', 'template 99'), ('template 99',)), (('undo', 7), ('decision 7',))):
            with self.subTest(words):
                self.refuses('decide', case, *words, '--because', 'x', says=(case, *says))
        self.assertEqual((self.folder / case).read_bytes(), before, 'what was refused changed the case')


class Truth(BadInput):
    """Known answers that are not what they should be: said with the line, and nothing is measured."""
    GOOD = 'resource,id,entity,network\nads,A-1,e1,n1\nads,A-2,e1,n1\n'

    def refuses_truth(self, *says, truth=GOOD, **others):
        self.write('truth.csv', truth)
        for name, text in others.items():
            self.write(f'truth-{name}.csv', text)
        done = self.refuses('score', 'good.bowline', 'truth.csv', '-o', 'score.html', says=says)
        self.assertFalse((self.folder / 'score.html').exists())
        for name in others:
            (self.folder / f'truth-{name}.csv').unlink()
        return done

    def test_truth(self):
        self.case()
        header = 'resource,id,entity,network\n'
        self.refuses_truth('line 1', 'unknown column "netwrok"', 'network', truth='resource,id,entity,netwrok\n')
        self.refuses_truth('line 1', 'no column "network"', truth='resource,id,entity\n')
        self.refuses_truth('line 1', 'unknown column "note"', truth='resource,id,entity,network,note\n')
        self.refuses_truth('line 4', 'ads/A-2', 'second time', 'line 3', truth=self.GOOD + 'ads,A-2,e1,n1\n')
        self.refuses_truth('line 4', '3 cells', truth=self.GOOD + 'ads,A-3,e1\n')
        self.refuses_truth('line 2', 'ads/B-1', 'another case', truth=header + 'ads,B-1,,\n')
        self.refuses_truth('truth.csv', 'empty', truth='')

    def test_unknown_records(self):
        self.case()
        self.write('truth.csv', self.GOOD + 'ads,A-9,e1,n1\nstays,S-1,e1,n1\n')
        done = self.bowline('score', 'good.bowline', 'truth.csv')
        self.assertRegex(done.stdout, r'1 line not in the case, which counts as not found: line 4\s+\(ads/A-9\)')
        self.assertRegex(done.stdout, r'1 line of tables that are not in the case, left out: line\s+5\s+\(stays/S-1\)')
        self.assertIn('3 records scored', done.stdout)

    def test_files_beside(self):
        self.case()
        self.refuses_truth('truth-decoys.csv line 1', 'unknown column "kind"', decoys='resource,id,kind\n')
        self.refuses_truth('truth-decoys.csv line 3', decoys='resource,id,decoy\nads,A-1,spam\nads,A-1,spam\n')
        marks = 'resource,id,field,type,value,form,language,written\n'
        self.refuses_truth('truth-identifiers.csv line 2', 'ads has no column "text"', identifiers=marks + 'ads,A-1,text,phone,+1,plain,en,1\n')
        cycles = 'circuit,entity,network,places,from,to,rounds,legs\n'
        self.refuses_truth('truth-circuits.csv line 2', 'rounds', circuits=cycles + '1,e1,n1,be:a;be:b,2025-01-01,2025-02-01,many,2\n')
        self.refuses_truth('truth-money.csv line 2', 'no account',
                           money='route,network,account,in_resource,in_id,out_resource,out_id\n1,n1,,ads,A-1,ads,A-2\n')
        self.bowline('score', 'good.bowline', 'truth.csv', '-o', 'score.html')
        self.assertTrue((self.folder / 'score.html').exists())


class Machine(BadInput):
    """The disk is full, the door is shut, the user has had enough."""

    def limited(self, size):
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        return {'preexec_fn': limit, 'restore_signals': False}

    def test_files_may_not_grow(self):
        self.simulate('data', ads=500)
        self.bowline('run', 'data/datapackage.json', '-o', 'good.bowline')
        for command, output in ((('simulate', 'more', '--ads', 500), 'more'), (('run', 'data/datapackage.json', '-o', 'x.bowline'), 'x.bowline'),
                                (('export', 'good.bowline', '--format', 'csv', '-o', 'out'), 'out'),
                                (('report', 'good.bowline', '-o', 'r.html'), 'r.html'),
                                (('score', 'good.bowline', 'data/truth.csv', '-o', 's.html'), 's.html')):
            with self.subTest(command):
                self.refuses(*command, says=(output,), **self.limited(8192))
        self.bowline('run', 'data/datapackage.json', '-o', 'x.bowline')

    def test_full_device(self):
        if not os.path.exists('/dev/full'):
            self.skipTest('there is no /dev/full')
        case = self.case()
        # By another name, so that a report that replaces what it should write to harms the test's folder alone.
        (self.folder / 'full').symlink_to('/dev/full')
        self.refuses('report', case, '-o', 'full', says=('full',))
        self.assertTrue((self.folder / 'full').is_symlink())
        with open('/dev/full', 'w', encoding='utf-8') as full:
            done = subprocess.run([BINARY, 'stages', case], cwd=self.folder, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
        self.assertEqual(done.returncode, FAILURE, 'output that was lost is a failure')
        self.assertTrue(done.stderr.strip())

    def test_full_disk(self):
        self.simulate('data', ads=500)
        small = self.folder / 'small'
        small.mkdir()
        inside = f'mount -t tmpfs -o size=300k small {small} && {BINARY} run data/datapackage.json -o {small}/x.bowline'
        done = subprocess.run(['unshare', '-m', 'sh', '-c', inside], cwd=self.folder, capture_output=True, text=True, check=False)
        if 'mount' in done.stderr or 'unshare' in done.stderr:
            self.skipTest('a small disk cannot be mounted here')
        self.assertEqual(done.returncode, FAILURE, done.stderr)
        self.assertIn('x.bowline', done.stderr)
        self.assertRegex(done.stderr, 'full|space')

    def as_nobody(self):
        """Options under which permissions hold, for root too."""
        if os.geteuid() != 0:
            return {}
        self.folder.chmod(0o755)

        def drop():
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        try:
            works = run('--version', cwd=self.folder, preexec_fn=drop).returncode == OK
        except (PermissionError, subprocess.SubprocessError):
            works = False
        if not works:
            self.skipTest('the program cannot be run as another user here')
        return {'preexec_fn': drop}

    def test_no_permission(self):
        case = self.case()
        user = self.as_nobody()
        for path in self.folder.iterdir():
            path.chmod(0o644)
        self.folder.chmod(0o555)
        try:
            self.refuses_run('x.bowline', 'ermission', **user)
            self.refuses('report', case, '-o', 'r.html', says=('r.html', 'ermission'), **user)
            self.refuses('simulate', 'new', '--ads', 10, says=('new', 'ermission'), **user)
            (self.folder / case).chmod(0)
            self.refuses('stages', case, says=(case, 'ermission'), **user)
            self.folder.chmod(0o777)
            (self.folder / 'ads.csv').chmod(0)
            self.refuses_run('ads.csv', 'ermission', **user)
        finally:
            self.folder.chmod(0o755)

    def test_interrupted(self):
        self.simulate('data', ads=20000, rings=3)
        interrupted = 0
        for delay in (0.3, 0.15, 0.6, 0.05):
            with start('run', 'data/datapackage.json', '-o', 'x.bowline', cwd=self.folder) as process:
                time.sleep(delay)
                process.send_signal(signal.SIGINT)
                began = time.monotonic()
                _, err = process.communicate(timeout=60)
            self.assertIn(process.returncode, (OK, INTERRUPTED, -signal.SIGINT), err)
            if process.returncode == INTERRUPTED:
                interrupted += 1
                self.assertLess(time.monotonic() - began, 10, 'takes too long to stop')
                self.assertIn('again', err)
        self.assertGreater(interrupted, 0, 'no run was interrupted')
        self.bowline('run', 'data/datapackage.json', '-o', 'x.bowline')


class Usage(BadInput):
    """The command line itself."""

    def test_usage(self):
        for command, says in (
                ((), ('bowline',)), (('rnu',), ('rnu', 'help')), (('run',), ('-o', 'CASE')), (('run', 'datapackage.json'), ('-o', 'CASE')),
                (('run', 'datapackage.json', '-o'), ('-o', 'CASE')), (('run', '-o', 'x'), ('PACKAGE',)), (('run', '--bogus'), ('--bogus',)),
                (('run', 'datapackage.json', '-o', 'x', '--threads', 'two'), ('--threads', 'two')),
                (('run', 'datapackage.json', '-o', 'x', '--threads', '-1'), ('--threads',)),
                (('simulate', 'd', '--ads', '99999999999999999999'), ('--ads',)), (('simulate', 'd', '--seed', ''), ('--seed',)),
                (('simulate', 'd', '--preset', 'huge'), ('--preset', 'tiny')), (('simulate', 'd', '--decoys', 'nobody=0.1'), ('nobody',)),
                (('simulate', 'd', '--decoys', 'agency=7'), ('agency=7', 'NAME=SHARE')), (('simulate', 'd', '--languages', 'en,xx'), ('xx',)),
                (('simulate', 'd', '--months', '1'), ('--months', '120')), (('simulate', 'd', '--dirt', '101'), ('--dirt', '100')),
                (('simulate', 'd', '--swap-words', 'names'), ('--swap-words', 'nationality')),
                (('why', 'x.bowline', 'one'), ('RECORD',)), (('show', 'x.bowline', 'planet', '1'), ('planet', 'network', 'entity', 'record')),
                (('decide', 'x.bowline'), ('WHAT',)), (('decide', 'x.bowline', 'merge', 'a', 'b'), ('merge', 'same', 'not-same', 'undo', 'list')),
                (('decide', 'x.bowline', 'same', 'a/1', 'a/2'), ('--because',)), (('decide', 'x.bowline', 'same', 'a/1', '--because', 'x'), ('two',)),
                (('decide', 'x.bowline', 'same', 'a/1', 'a/2', 'a/3', '--because', 'x'), ('two', '3')),
                (('decide', 'x.bowline', 'same', 'a/1', 'a/2', '--because', ' '), ('--because',)),
                (('decide', 'x.bowline', 'generic', '--because', 'x'), ('value',)), (('decide', 'x.bowline', 'undo'), ('number',)),
                (('decide', 'x.bowline', 'undo', '0'), ('number',)), (('decide', 'x.bowline', 'list', 'all'), ('nothing',)),
                (('show', 'x.bowline', 'entity', 'first'), ('first',)), (('stages', 'a', 'b', 'c'), ('b',))):
            with self.subTest(command):
                self.refuses(*command, code=USAGE, says=says)

    def test_unknown_town(self):
        self.refuses('simulate', 'd', '--centre', 'Atlantis', says=('Atlantis',))

    def test_unknown_format(self):
        self.refuses('export', self.case(), '--format', 'xlsx', '-o', 'out', code=USAGE, says=('xlsx', 'csv'))

    def test_outputs_are_not_overwritten(self):
        self.package()
        text = (self.folder / 'datapackage.json').read_text()
        self.refuses('init', 'ads.csv', says=('datapackage.json', 'there already'))
        self.assertEqual((self.folder / 'datapackage.json').read_text(), text)
        self.simulate('data', ads=10, rings=1)
        self.refuses('simulate', 'data', '--ads', 10, says=('data', 'there already'))

    def test_init_of_a_missing_file(self):
        self.refuses('init', 'no.csv', says=('no.csv', 'No such file'))
        self.assertFalse((self.folder / 'datapackage.json').exists())

    def test_init_makes_what_run_takes(self):
        self.write('ads.csv', ADS)
        self.bowline('init', 'ads.csv')
        json.loads((self.folder / 'datapackage.json').read_text())
        self.bowline('run', 'datapackage.json', '-o', 'x.bowline')


if __name__ == '__main__':
    unittest.main()
