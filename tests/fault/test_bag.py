"""A bag is checked by sha256sum alone; what it says of sources, log and provenance can be followed without Bowline."""
import csv
import hashlib
import json
import shutil
import subprocess
import unittest

from bowline_cli import OK, ROOT, CliTest

try:
    import bagit  # where there is one: an independent reader of RFC 8493
except ImportError:
    bagit = None


def tree_hash(*parts):
    return hashlib.sha256(b''.join(parts)).digest()


class Bag(CliTest):
    def setUp(self):
        super().setUp()
        shutil.copytree(ROOT / 'tests/data/tiny', self.folder / 'tiny')
        self.bowline('run', 'tiny/datapackage.json', '-o', 'a.bowline', '-q')
        self.bowline('export', 'a.bowline', '--format', 'bag', '-o', 'bag')
        self.bag = self.folder / 'bag'

    def check(self):
        return subprocess.run(['sha256sum', '-c', '--quiet', 'manifest-sha256.txt'], cwd=self.bag, capture_output=True, check=False)

    def test_sha256sum_alone_checks_it(self):
        self.assertEqual(self.check().returncode, 0)
        listed = {line.split('  ', 1)[1] for line in (self.bag / 'manifest-sha256.txt').read_text().splitlines()}
        there = {str(path.relative_to(self.bag)) for path in (self.bag / 'data').rglob('*') if path.is_file()}
        self.assertEqual(listed, there)
        for name in ('report.html', 'tables/links.csv', 'cited-rows.csv', 'method.txt', 'versions.json', 'log.json', 'provenance.json'):
            self.assertIn('data/' + name, listed)
        page = self.bag / 'data/report.html'
        page.write_bytes(page.read_bytes().replace(b'Bowline', b'Bowlime', 1))
        self.assertNotEqual(self.check().returncode, 0)

    def test_it_is_a_bag(self):
        self.assertEqual((self.bag / 'bagit.txt').read_text(), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
        done = subprocess.run(['sha256sum', '-c', '--quiet', 'tagmanifest-sha256.txt'], cwd=self.bag, capture_output=True, check=False)
        self.assertEqual(done.returncode, 0)
        info = dict(line.split(': ') for line in (self.bag / 'bag-info.txt').read_text().splitlines())
        files = [path for path in (self.bag / 'data').rglob('*') if path.is_file()]
        self.assertEqual(info['Payload-Oxum'], f'{sum(path.stat().st_size for path in files)}.{len(files)}')

    @unittest.skipUnless(bagit, 'the package bagit is not installed')
    def test_another_program_takes_it_for_a_bag(self):
        self.assertTrue(bagit.Bag(str(self.bag)).is_valid())

    def test_cited_rows_are_the_bytes_of_the_sources(self):
        with open(self.bag / 'data/cited-rows.csv', encoding='utf-8', newline='') as file:
            rows = list(csv.DictReader(file))
        shown = 0
        for row in rows:
            data = (self.folder / 'tiny' / row['file']).read_bytes()
            self.assertEqual(hashlib.sha256(data).hexdigest(), row['file_sha256'])
            held = data[int(row['byte']):int(row['byte']) + int(row['length'])]
            if row['withheld']:
                self.assertEqual((row['row'], row['row_sha256']), ('', ''))
                continue
            shown += 1
            self.assertEqual(held.decode(), row['row'])
            self.assertEqual(hashlib.sha256(held).hexdigest(), row['row_sha256'])
        self.assertGreater(shown, 0)
        self.assertGreater(len(rows), shown, 'rows with protected parties are withheld')

    def test_the_log_proves_the_disclosure(self):
        proof = json.loads((self.bag / 'data/log-proof.json').read_text())
        self.assertIn('disclosure export', proof['text'])
        digest = tree_hash(b'\0', proof['text'].encode())
        self.assertEqual(digest.hex(), proof['leaf'])
        first, last = proof['entry'] - 1, proof['head']['size'] - 1
        for other in map(bytes.fromhex, proof['proof']):
            if first & 1 or first == last:
                digest = tree_hash(b'\1', other, digest)
                while not first & 1 and first:
                    first, last = first >> 1, last >> 1
            else:
                digest = tree_hash(b'\1', digest, other)
            first, last = first >> 1, last >> 1
        self.assertEqual((digest.hex(), last), (proof['head']['root'], 0))

    def test_provenance_names_what_is_there(self):
        prov = json.loads((self.bag / 'data/provenance.json').read_text())
        for relation, ends in (('used', ('prov:activity', 'prov:entity')), ('wasGeneratedBy', ('prov:entity', 'prov:activity')),
                               ('wasInformedBy', ('prov:informed', 'prov:informant')),
                               ('wasAssociatedWith', ('prov:activity', 'prov:agent'))):
            self.assertTrue(prov[relation])
            for row in prov[relation].values():
                for end in ends:
                    self.assertIn(row[end], {**prov['entity'], **prov['activity'], **prov['agent']})
        files = {name.split(':', 1)[1]: row['bowline:sha256'] for name, row in prov['entity'].items() if row['prov:type'] == 'bowline:File'}
        for name, digest in files.items():
            self.assertEqual(hashlib.sha256((self.bag / name).read_bytes()).hexdigest(), digest)
        self.assertIn('data/report.html', files)

    def test_a_folder_in_use_is_refused(self):
        self.refuses('export', 'a.bowline', '--format', 'bag', '-o', 'bag', says=['not empty'])
        self.assertEqual(self.check().returncode, OK)


if __name__ == '__main__':
    unittest.main()
