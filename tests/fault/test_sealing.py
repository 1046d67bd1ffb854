"""A sealed case: nothing that a person wrote can be read in its files, what opens it is asked for clearly, what was changed is seen."""
import json
import os
import pty
import re
import shutil
import signal
import sqlite3
import time
import unittest

from bowline_cli import BINARY, FAILURE, USAGE, CliTest, digests, read_csv, run, start

WORD = re.compile(rb'[A-Za-z]{5,}')
OWN = re.compile(rb'[A-Za-z]{4,}')


class Sealing(CliTest):
    def setUp(self):
        super().setUp()
        self.simulate('data', ads=400, rings=3)

    def make(self, name='case.bowline', *options):
        return self.bowline('run', 'data/datapackage.json', '-o', name, '-q', *options)

    def tokens(self):
        """Every word of five letters or more, and every number of seven digits or more, of every cell of the sources."""
        found = set()
        for path in (self.folder / 'data').iterdir():
            if path.suffix in ('.csv', '.jsonl') and not path.name.startswith('truth'):
                body = path.read_bytes().partition(b'\n')[2]
                found.update(word.lower() for word in WORD.findall(body))
                found.update(re.findall(rb'\d{7,}', body))
        return found

    def own_words(self):
        """Words that stand in every case: those of an empty one's schema, and of what Bowline itself writes."""
        empty = self.folder / 'empty'
        if not empty.is_dir():
            empty.mkdir()
            (empty / 'ads.csv').write_text('id,title\n1,\n', encoding='utf-8')
            self.bowline('init', 'empty/ads.csv', '-o', 'empty/datapackage.json')
        self.bowline('run', 'empty/datapackage.json', '-o', 'empty/case.bowline', '-q')
        words = {word.lower() for word in OWN.findall((empty / 'case.bowline').read_bytes())}
        with sqlite3.connect(self.folder / 'case.bowline') as base:
            for table, columns in (('resource', 'name, kind, path'), ('field', 'name, party, type, format'), ('stage_run', 'summary'),
                                   ('identifier', 'type'), ('identifier_use', 'party, form'), ('identifier_reject', 'reason'),
                                   ('reject', 'column_name'), ('identifier_refusal', 'reason'), ('link', 'evidence, from_party'),
                                   ('tie', 'kind'), ('flag', 'name, title, source, fires, innocent'), ('account_kind', 'kind'), ('premises', 'kind'),
                                  ('motif', 'kind'), ('role', 'what, likelihood, confidence'), ('rival', 'title, side, what'), ('observation', 'kind, qualifier'), ('place', 'located_by')):
                for row in base.execute(f'SELECT DISTINCT {columns} FROM {table}'):
                    words.update(word.lower() for value in row for word in OWN.findall(str(value).encode()))
        return words

    def readable(self, *names):
        """Tokens of the sources that stand in one of the files, in any case of letters."""
        own = self.own_words()
        # A letter of the bytes beside it may have joined a word of ours.
        wanted = {token for token in self.tokens() if not own & {token, token[1:], token[:-1]}}
        self.assertGreater(len(wanted), 500)
        found = set()
        for name in names:
            data = (self.folder / name).read_bytes()
            runs = {word.lower() for word in WORD.findall(data)}
            found |= {token for token in wanted if token in runs} | {number for number in wanted if number[:1].isdigit() and number in data}
        return found

    def test_no_word_of_the_sources_stands_in_the_case(self):
        self.make()
        self.assertEqual(self.readable('case.bowline'), set())
        self.assertEqual((self.folder / 'case.bowline.key').stat().st_mode & 0o777, 0o600)
        self.make('open.bowline', '--unsealed')
        self.assertGreater(len(self.readable('open.bowline')), 500, 'the test would not see what is in clear')

    def test_decisions_are_sealed(self):
        self.make()
        self.bowline('decide', 'case.bowline', 'not-same', 'ads/A-000001', 'ads/A-000002', '--because', 'Xylophone seen twice', '--as', 'Wilhelmina')
        data = (self.folder / 'case.bowline').read_bytes()
        self.assertNotIn(b'Xylophone', data)
        self.assertNotIn(b'Wilhelmina', data)
        self.assertIn('Wilhelmina', self.bowline('decide', 'case.bowline', 'list').stdout)

    def test_a_killed_run_leaves_nothing_in_clear(self):
        began = time.monotonic()
        self.make()
        whole = time.monotonic() - began
        for part in range(1, 8):
            for path in self.folder.glob('hit.bowline*'):
                path.unlink()
            with start('run', 'data/datapackage.json', '-o', 'hit.bowline', cwd=self.folder) as process:
                time.sleep(whole * part / 8)
                process.send_signal(signal.SIGKILL)
                process.communicate()
            files = [path.name for path in self.folder.glob('hit.bowline*') if path.suffix != '.key']
            self.assertEqual(self.readable(*files), set(), f'killed after {part}/8 of a run: {files}')
            self.make('hit.bowline')
            self.assertEqual(self.readable('hit.bowline'), set())

    def test_sealed_and_unsealed_cases_answer_alike(self):
        self.make('a.bowline')
        self.make('b.bowline', '--unsealed')
        answers = []
        for name in ('a', 'b'):
            case = f'{name}.bowline'
            self.bowline('export', case, '-o', f'out-{name}')
            shutil.move(self.folder / case, self.folder / 'same.bowline')
            said = [self.bowline(*words, '--json').stdout for words in (
                ('show', 'same.bowline'), ('show', 'same.bowline', 'network', 1), ('show', 'same.bowline', 'entity', 1),
                ('show', 'same.bowline', 'record', 'ads/A-000001'), ('search', 'same.bowline', 'massage'),
                ('why', 'same.bowline', 'ads/A-000001', 'ads/A-000002'), ('score', 'same.bowline', 'data/truth.csv'))]
            answers.append([text.replace('"sealed": false', '"sealed": true') for text in said])
        self.assertEqual(answers[0], answers[1])
        marks = digests(self.folder / 'out-b')
        self.assertIn('UNSEALED.txt', marks)
        marks.pop('UNSEALED.txt')
        self.assertEqual(digests(self.folder / 'out-a'), marks)

    def test_the_same_key_gives_the_same_bytes_and_another_other_ones(self):
        for name, key in (('a', 'one.key'), ('b', 'one.key'), ('c', 'two.key')):
            self.make(f'{name}.bowline', '--key-file', key, '--threads', 1 if name == 'a' else 3)
        held = {name: self.held(f'{name}.bowline') for name in 'abc'}
        self.assertEqual(held['a'], held['b'])
        for table in ('record', 'record_token', 'identifier', 'template', 'place'):
            self.assertGreater(len(held['a'][table]), 3)
            self.assertNotEqual(held['a'][table], held['c'][table])

    def held(self, case):
        """The rows of every table but those that say when something was done."""
        with sqlite3.connect(self.folder / case) as base:
            names = [name for name, in base.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'")]
            return {name: base.execute(f'SELECT * FROM {name}').fetchall() for name in names
                    if not name.startswith(('audit', 'table_digest', 'case_info'))}

    def test_keys_that_do_not_fit(self):
        self.make()
        self.make('other.bowline')
        self.refuses('show', 'case.bowline', '--key-file', 'other.bowline.key', says=('other.bowline.key', 'another case'))
        self.refuses('show', 'case.bowline', '--key-file', 'none.key', says=('none.key', 'No such file'))
        (self.folder / 'short.key').write_text('short', encoding='utf-8')
        self.refuses('show', 'case.bowline', '--key-file', 'short.key', says=('short.key', '16'))
        os.rename(self.folder / 'case.bowline.key', self.folder / 'renamed.key')
        self.bowline('show', 'case.bowline')
        (self.folder / 'away').mkdir()
        os.rename(self.folder / 'renamed.key', self.folder / 'away/k')
        for words in (('show',), ('stages',), ('search', 'massage'), ('export', '-o', 'out'), ('report', '-o', 'r.html'),
                      ('decide', 'list'), ('score', 'data/truth.csv')):
            self.refuses(words[0], 'case.bowline', *words[1:], says=('is sealed', '--key-file'))
        self.refuses('run', 'data/datapackage.json', '-o', 'case.bowline', says=('is sealed', '--key-file'))
        self.bowline('show', 'case.bowline', '--key-file', 'away/k')
        self.refuses('run', 'data/datapackage.json', '-o', 'case.bowline', '--unsealed', says=('is sealed',))

    def test_passphrases(self):
        for name, text in (('right', 'correct horse battery\n'), ('wrong', 'battery horse\n'), ('short', 'abc\n'), ('none', '\n')):
            (self.folder / name).write_text(text, encoding='utf-8')
        self.refuses('run', 'data/datapackage.json', '-o', 'case.bowline', '--passphrase-file', 'short', says=('too short',))
        self.refuses('run', 'data/datapackage.json', '-o', 'case.bowline', '--passphrase-file', 'none', says=('no passphrase',))
        self.make('case.bowline', '--passphrase-file', 'right')
        self.assertFalse((self.folder / 'case.bowline.key').exists())
        self.assertEqual(self.readable('case.bowline'), set())
        self.refuses('show', 'case.bowline', says=('passphrase', 'terminal', '--passphrase-file'))
        self.refuses('show', 'case.bowline', '--passphrase-file', 'wrong', says=('passphrase is wrong',))
        self.bowline('show', 'case.bowline', '--passphrase-file', 'right')
        self.bowline('key', 'case.bowline', 'change', '--passphrase-file', 'right', '--new-key-file', 'new.key')
        self.refuses('show', 'case.bowline', '--passphrase-file', 'right', '--key-file', 'right', says=('another case',))
        self.bowline('show', 'case.bowline')
        answer = json.loads(self.bowline('key', 'case.bowline', '--json').stdout)
        self.assertEqual((answer['sealed'], answer['way']), (True, 'key-file'))

    def test_two_people_open_together(self):
        self.make('case.bowline', '--key-file', 'a.key', '--second-key-file', 'b.key')
        self.refuses('show', 'case.bowline', says=('two keys', '--second-key-file'))
        self.refuses('show', 'case.bowline', '--key-file', 'a.key', says=('two keys',))
        self.refuses('show', 'case.bowline', '--key-file', 'a.key', '--second-key-file', 'a.key', says=('another case',))
        for first, second in (('a', 'b'), ('b', 'a')):
            self.bowline('show', 'case.bowline', '--key-file', f'{first}.key', '--second-key-file', f'{second}.key')
        self.bowline('key', 'case.bowline', 'change', code=USAGE)

    def typed(self, *arguments, lines):
        """The program on a terminal of its own, each line typed when a question stands there."""
        child, terminal = pty.fork()
        if child == 0:
            os.chdir(self.folder)
            os.execv(BINARY, [BINARY, *arguments])
        seen = b''
        for line in (*lines, None):
            while True:
                try:
                    seen += os.read(terminal, 4096)
                except OSError:  # the program has ended
                    break
                if line is not None and seen.rstrip(b' ').endswith(b':') and b'\n' not in seen[-3:]:
                    os.write(terminal, line + b'\n')
                    seen += b'\0'
                    break
        os.close(terminal)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), seen

    def test_a_passphrase_is_asked_for_on_a_terminal(self):
        code, seen = self.typed('run', 'data/datapackage.json', '-o', 'case.bowline', '-q', lines=(b'correct horse', b'correct horse'))
        self.assertEqual(code, 0, seen)
        self.assertNotIn(b'correct horse', seen, 'what is typed must not show')
        self.refuses('show', 'case.bowline', says=('passphrase',))
        self.assertEqual(self.typed('show', 'case.bowline', lines=(b'wrong', b'correct horse'))[0], 0)
        self.assertEqual(self.typed('show', 'case.bowline', lines=(b'wrong', b'wrong', b'wrong'))[0], FAILURE)
        self.assertEqual(self.typed('run', 'data/datapackage.json', '-o', 'two.bowline', '-q', lines=(b'',))[0], 0)
        self.bowline('show', 'two.bowline')

    def test_what_was_changed_or_moved_is_refused(self):
        self.make()
        changes = {
            'flipped': "UPDATE record SET source = CAST(substr(source, 1, 60) || x'00' || substr(source, 62) AS BLOB) WHERE record = 3",
            'moved': 'UPDATE record SET source = (SELECT source FROM record WHERE record = 4) WHERE record = 3',
            'from another column': 'UPDATE record SET source = key WHERE record = 3',
            'cut': 'UPDATE record SET source = substr(source, 1, 30) WHERE record = 3',
            'put in clear': "UPDATE record SET source = 'A-3,in,clear' WHERE record = 3",
        }
        third = 'ads/' + read_csv(self.folder / 'data/ads.csv')[2]['id']
        for what, sql in changes.items():
            shutil.copy(self.folder / 'case.bowline', self.folder / 'hit.bowline')
            with sqlite3.connect(self.folder / 'hit.bowline') as base:
                base.execute(sql)
            done = self.refuses('show', 'hit.bowline', 'record', third, says=('record.source of row 3',))
            self.assertIn('sealed' if what in ('cut', 'put in clear') else 'changed', done.stderr, what)
        with sqlite3.connect(self.folder / 'hit.bowline') as base:
            base.execute("UPDATE case_lock SET way = 'magic'")
        self.refuses('show', 'hit.bowline', says=('lock is damaged',))
        with sqlite3.connect(self.folder / 'hit.bowline') as base:
            base.execute("UPDATE case_lock SET way = 'passphrase', passes = 4000000, kibibytes = 4000000000")
        (self.folder / 'p').write_text('some passphrase\n', encoding='utf-8')
        self.refuses('show', 'hit.bowline', '--passphrase-file', 'p', says=('damaged',))

    def test_a_trigger_that_somebody_put_there_opens_nothing(self):
        self.make()
        with sqlite3.connect(self.folder / 'case.bowline') as base:
            base.execute('CREATE TABLE loot (text)')
            base.execute("CREATE TRIGGER steal AFTER INSERT ON decision BEGIN INSERT INTO loot"
                         " SELECT unseal('record.source', record, source) FROM record; END")
        done = run('decide', 'case.bowline', 'not-same', 'ads/A-000001', 'ads/A-000002', '--because', 'test', cwd=self.folder)
        with sqlite3.connect(self.folder / 'case.bowline') as base:
            self.assertEqual(base.execute('SELECT count(*) FROM loot').fetchone()[0], 0, done.stderr)

    def test_a_cut_case_is_refused(self):
        self.make()
        data = (self.folder / 'case.bowline').read_bytes()
        for share in (0.1, 0.5, 0.9):
            (self.folder / 'cut.bowline').write_bytes(data[:int(len(data) * share)])
            self.refuses('export', 'cut.bowline', '-o', 'out', says=('cut.bowline',))

    def test_a_pseudonym_is_revealed_to_somebody_for_a_purpose(self):
        self.make()
        self.bowline('export', 'case.bowline', '-o', 'out')
        names = {row['value'] for row in read_csv(self.folder / 'out/identifiers.csv') if row['value'].startswith('P-')}
        self.assertTrue(names)
        name = min(names)
        reveal = ('reveal', 'case.bowline', name)
        self.refuses(*reveal, '--as', 'Ann', code=USAGE, says=('--purpose',))
        self.refuses(*reveal, '--purpose', 'help', code=USAGE, says=('--as',))
        self.refuses(*reveal, '--as', ' ', '--purpose', 'help', says=('named',))
        answer = json.loads(self.bowline(*reveal, '--as', 'Ann', '--purpose', 'to offer help', '--json').stdout)
        self.assertTrue(answer['places'])
        resource, _, key = answer['places'][0]['record'].partition('/')
        rows = {row['id']: row for row in read_csv(self.folder / f'data/{resource}.csv')}
        digits = re.sub(r'\D', '', answer['value'])[-6:] or answer['value']
        self.assertIn(digits, re.sub(r'\D', '', ''.join(rows[key].values())) if digits.isdigit() else str(rows[key]))
        entry = [each for each in json.loads(self.bowline('log', 'case.bowline', '--json').stdout)['entries'] if each['command'] == 'reveal']
        self.assertEqual(len(entry), 1, entry)
        self.assertIn('to offer help', str(entry))
        self.assertNotIn(answer['value'], self.bowline('log', 'case.bowline', '--json').stdout)
        self.refuses('reveal', 'case.bowline', 'P-00000000', '--as', 'Ann', '--purpose', 'help', says=('P-00000000',))
        self.refuses('reveal', 'case.bowline', 'P-12', '--as', 'Ann', '--purpose', 'help', says=('no pseudonym',))

    def test_words_are_searched_whole(self):
        self.make()
        self.assertGreater(json.loads(self.bowline('search', 'case.bowline', 'Massage', '--json').stdout)['total'], 0)
        self.refuses('search', 'case.bowline', 'mass*', says=('whole words',))

    def roles(self, case):
        """(network, entity, what): how many records."""
        with sqlite3.connect(self.folder / case) as base:
            return {row[:3]: row[3] for row in base.execute('SELECT network, entity, what, records FROM role')}

    def test_what_was_compelled_makes_no_role(self):
        self.make('case.bowline', '--unsealed')
        before = self.roles('case.bowline')
        with sqlite3.connect(self.folder / 'case.bowline') as base:
            role, *who = base.execute("SELECT role, network, entity, what FROM role WHERE what = 'books' LIMIT 1").fetchone()
            keys = [key for key, in base.execute('SELECT key FROM role_record JOIN record USING (record) WHERE role = ?', (role,))]
        self.assertGreaterEqual(len(keys), 3)
        self.refuses('decide', 'case.bowline', 'compelled', f'stays/{keys[0]}:booker', code=USAGE, says=('--because',))
        for key in keys:
            self.bowline('decide', 'case.bowline', 'compelled', f'stays/{key}:booker', '--because', 'she says that she was made to')
        self.assertIn('compelled', self.bowline('decide', 'case.bowline', 'list').stdout)
        self.make('case.bowline')
        after = self.roles('case.bowline')
        self.assertNotIn(tuple(who), after)
        self.assertTrue({role for role in before if role[2] == 'pays'} <= set(after), 'other roles stay')
        self.bowline('report', 'case.bowline', '-o', 'report.html')
        self.assertIn('possibly compelled', (self.folder / 'report.html').read_text(encoding='utf-8'))
        for number in range(len(keys)):
            self.bowline('decide', 'case.bowline', 'undo', number + 1)
        self.make('case.bowline')
        self.assertEqual(self.roles('case.bowline'), before)


if __name__ == '__main__':
    unittest.main()
