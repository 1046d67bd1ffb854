"""The graph exports: whole, the same from run to run, readable by the programs they are for, silent on protected parties,
and well-formed whatever the records hold."""
import csv
import json
import shutil
import subprocess
import unittest
import xml.etree.ElementTree as xml
from pathlib import Path

import peers
from bowline_cli import CliTest, USAGE, digests, write_package

FILES = {'graphml': ['case.graphml'], 'gexf': ['case.gexf'], 'i2': ['entities.csv', 'links.csv'],
         'ftm': ['entities.ftm.json'], 'stix': ['case.stix.json']}
GRAPHML = '{http://graphml.graphdrawing.org/xmlns}'
GEXF = '{http://gexf.net/1.3}'
# What could end an element, a string or a line, or is no character at all.
HOSTILE = '<script>alert(1)</script>]]>&"\'\\\n\x01\x7f\ufffe\u202e{}'
VICTIM_PHONE, GUEST_PHONE, ADVERTISED_PHONE, OWN_PHONE = ('+32470000001', '+32470000002', '+32470000003', '+32470000004')


def written(phone):
    return f'{phone[:3]} {phone[3:6]} {phone[6:8]} {phone[8:10]} {phone[10:]}'


class Exports(CliTest):
    def export(self, case, name, folder=None):
        folder = folder or f'out-{name}'
        self.bowline('export', case, '--format', name, '-o', folder)
        self.assertEqual(sorted(path.name for path in (self.folder / folder).iterdir()), FILES[name])
        return self.folder / folder / FILES[name][0]

    def case(self):
        self.bowline('simulate', 'sim', '--preset', 'tiny', '--seed', 5)
        self.bowline('run', 'sim/datapackage.json', '-o', 'case.bowline')
        return 'case.bowline'

    def guarded_case(self):
        """Two operators who share a phone of their own; each protected party has one too."""
        ads = ''.join(f'A-{i},text number {i},{written(OWN_PHONE)},{written(ADVERTISED_PHONE)}\n' for i in range(4))
        stays = ''.join(f'S-{i},{written(OWN_PHONE)},{written(GUEST_PHONE)},2025-06-0{i + 1},2025-06-0{i + 2}\n' for i in range(4))
        people = ''.join(f'P-{i},possible-victim,Maria Example,{written(VICTIM_PHONE)}\n' for i in range(2))
        (self.folder / 'ads.csv').write_text('id,body,phone,her\n' + ads, encoding='utf-8')
        (self.folder / 'stays.csv').write_text('id,booker,guest,from,to\n' + stays, encoding='utf-8')
        (self.folder / 'people.csv').write_text('id,category,name,phone\n' + people, encoding='utf-8')
        write_package(self.folder, [
            ('ads.csv', 'ad', {'id': 'id', 'body': 'text', 'phone': 'phone', 'her': 'advertised.phone'}, {}),
            ('stays.csv', 'stay', {'id': 'id', 'booker': 'booker.phone', 'guest': 'guest.phone', 'from': 'start', 'to': 'end'}, {}),
            ('people.csv', 'person', {'id': 'id', 'category': 'category', 'name': 'name', 'phone': 'phone'}, {}),
        ])
        self.bowline('run', 'datapackage.json', '-o', 'case.bowline')
        return 'case.bowline'

    def hostile_case(self):
        with open(self.folder / 'ads.csv', 'w', encoding='utf-8', newline='') as file:
            writer = csv.writer(file)
            writer.writerow(['id', 'body', 'phone', 'handle', 'city'])
            for i in range(6):
                writer.writerow([f'{i}{HOSTILE}', HOSTILE, written(OWN_PHONE), f'x{HOSTILE}', HOSTILE])
        columns = {'id': 'id', 'body': 'text', 'phone': 'phone', 'handle': 'handle', 'city': 'place'}
        write_package(self.folder, [('ads.csv', 'ad', columns, {})])
        self.bowline('run', 'datapackage.json', '-o', 'case.bowline')
        return 'case.bowline'


class Graphs(Exports):
    def ends_are_there(self, nodes, ends):
        self.assertGreater(len(nodes), 10)
        self.assertEqual(len(nodes), len(set(nodes)), 'a node has one name')
        self.assertTrue(ends)
        self.assertLessEqual(set(ends), set(nodes), 'an edge joins nodes that are there')

    def test_graphml(self):
        root = xml.parse(self.export(self.case(), 'graphml')).getroot()
        self.ends_are_there([n.get('id') for n in root.iter(GRAPHML + 'node')],
                            [e.get(side) for e in root.iter(GRAPHML + 'edge') for side in ('source', 'target')])
        keys = {key.get('id') for key in root.iter(GRAPHML + 'key')}
        self.assertEqual({data.get('key') for data in root.iter(GRAPHML + 'data')} - keys, set())

    def test_gexf(self):
        root = xml.parse(self.export(self.case(), 'gexf')).getroot()
        self.ends_are_there([n.get('id') for n in root.iter(GEXF + 'node')],
                            [e.get(side) for e in root.iter(GEXF + 'edge') for side in ('source', 'target')])

    def test_i2(self):
        entities = self.export(self.case(), 'i2')
        with open(entities, encoding='utf-8', newline='') as file:
            nodes = [row['id'] for row in csv.DictReader(file)]
        with open(entities.with_name('links.csv'), encoding='utf-8', newline='') as file:
            self.ends_are_there(nodes, [row[side] for row in csv.DictReader(file) for side in ('from', 'to')])

    def test_ftm(self):
        rows = [json.loads(line) for line in self.export(self.case(), 'ftm').read_text(encoding='utf-8').splitlines()]
        things = {row['id'] for row in rows if row['schema'] not in ('UnknownLink', 'Membership')}
        ends = [end for row in rows for name in ('subject', 'object', 'member', 'organization')
                for end in row['properties'].get(name, [])]
        self.ends_are_there(sorted(things), ends)

    def test_stix(self):
        bundle = json.loads(self.export(self.case(), 'stix').read_text(encoding='utf-8'))
        objects = bundle['objects']
        self.ends_are_there([o['id'] for o in objects if o['type'] != 'relationship'],
                            [o[end] for o in objects if o['type'] == 'relationship' for end in ('source_ref', 'target_ref')])

    def test_the_same_bytes_twice(self):
        case = self.case()
        for name in FILES:
            self.export(case, name, f'{name}-1')
            self.export(case, name, f'{name}-2')
            self.assertEqual(digests(self.folder / f'{name}-1'), digests(self.folder / f'{name}-2'))

    def test_all_formats_hold_the_same_graph(self):
        case = self.case()
        root = xml.parse(self.export(case, 'graphml')).getroot()
        nodes = sum(1 for _ in root.iter(GRAPHML + 'node'))
        edges = sum(1 for _ in root.iter(GRAPHML + 'edge'))
        root = xml.parse(self.export(case, 'gexf')).getroot()
        self.assertEqual((nodes, edges), (sum(1 for _ in root.iter(GEXF + 'node')), sum(1 for _ in root.iter(GEXF + 'edge'))))
        entities = self.export(case, 'i2')
        self.assertEqual(nodes + 1, len(entities.read_text(encoding='utf-8').splitlines()))
        self.assertEqual(edges + 1, len(entities.with_name('links.csv').read_text(encoding='utf-8').splitlines()))
        self.assertEqual(nodes + edges, len(self.export(case, 'ftm').read_text(encoding='utf-8').splitlines()))

    def test_unknown_format(self):
        self.refuses('export', self.case(), '--format', 'visio', '-o', 'out', code=USAGE, says=('visio', 'graphml', 'stix'))


class Protection(Exports):
    def test_no_format_knows_a_protected_party(self):
        case = self.guarded_case()
        for name, files in FILES.items():
            self.export(case, name)
            text = ''.join((self.folder / f'out-{name}' / file).read_text(encoding='utf-8') for file in files)
            self.assertIn(OWN_PHONE, text, f'{name}: the operator\'s own phone is what it is for')
            for phone in (VICTIM_PHONE, GUEST_PHONE, ADVERTISED_PHONE):
                self.assertNotIn(phone, text, name)
                self.assertNotIn(written(phone), text, name)
            self.assertNotIn('Maria', text, name)
            self.assertNotIn('people/', text, f'{name}: not even the record of a possible victim')


class Hostile(Exports):
    def test_every_format_stays_whole(self):
        case = self.hostile_case()
        for name in ('graphml', 'gexf'):
            text = self.export(case, name).read_text(encoding='utf-8')
            self.assertNotIn('<script', text)
            xml.fromstring(text)
        for line in self.export(case, 'ftm').read_text(encoding='utf-8').splitlines():
            json.loads(line)
        json.loads(self.export(case, 'stix').read_text(encoding='utf-8'))
        with open(self.export(case, 'i2'), encoding='utf-8', newline='') as file:
            self.assertEqual({len(row) for row in csv.reader(file)}, {8})


class Peers(Exports):
    """Read by the programs that such files are for."""

    def asks(self, *command, cwd=None):
        done = subprocess.run(list(map(str, command)), cwd=cwd, capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, f'{done.stdout[-2000:]}\n{done.stderr[-2000:]}')
        return done.stdout

    @unittest.skipUnless(shutil.which('xmllint'), 'xmllint is not installed')
    def test_xmllint(self):
        case = self.hostile_case()
        for name in ('graphml', 'gexf'):
            self.asks('xmllint', '--noout', self.export(case, name))

    def test_networkx(self):
        python = peers.python_with('networkx==3.6.1')
        case = self.case()
        program = ('import sys, networkx; g = networkx.read_graphml(sys.argv[1]); '
                   'h = networkx.read_gexf(sys.argv[2], version="1.3"); print(len(g), len(h), len(g.edges), len(h.edges))')
        nodes, others, edges, other_edges = map(int, self.asks(
            python, '-c', program, self.export(case, 'graphml'), self.export(case, 'gexf')).split())
        self.assertGreater(nodes, 10)
        self.assertEqual((nodes, edges), (others, other_edges))

    def test_followthemoney(self):
        folder = peers.node_with('@opensanctions/followthemoney@4.5.2')
        program = folder / 'check.js'
        program.write_text('''
import fs from 'fs';
import ftm from '@opensanctions/followthemoney';
const model = new ftm.Model(ftm.defaultModel);
let count = 0;
for (const line of fs.readFileSync(process.argv[2], 'utf8').trim().split('\\n')) {
    const given = JSON.parse(line);
    const entity = model.getEntity(given);
    for (const name of Object.keys(given.properties))
        if (!entity.schema.hasProperty(name)) throw new Error(`${given.schema} has no ${name}`);
    for (const name of entity.schema.required ?? [])
        if (!entity.hasProperty(name)) throw new Error(`${given.id} lacks ${name}`);
    count++;
}
console.log(count);
''', encoding='utf-8')
        self.assertGreater(int(self.asks('node', program, self.export(self.case(), 'ftm'), cwd=folder)), 10)

    def test_geojson(self):
        folder = peers.node_with('@placemarkio/check-geojson@0.1.14')
        self.bowline('export', self.case(), '--format', 'csv', '-o', 'tables')
        program = folder / 'check.js'
        program.write_text('''
import fs from 'fs';
import { check } from '@placemarkio/check-geojson';
console.log(check(fs.readFileSync(process.argv[2], 'utf8')).features.length);
''', encoding='utf-8')
        self.assertGreater(int(self.asks('node', program, self.folder / 'tables/places.geojson', cwd=folder)), 5)

    def test_stix(self):
        python = peers.python_with('stix2-validator==3.3.2')
        path = self.export(self.case(), 'stix')
        said = self.asks(Path(python).with_name('stix2_validator'), '--version', '2.1', path)
        self.assertIn('STIX JSON: Valid', said)


if __name__ == '__main__':
    unittest.main()
