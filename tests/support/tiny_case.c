/* A small case file made by SQL alone. */
#include "support/tiny_case.h"

#include "store/store.h"
#include "support/cmocka_all.h"
#include "support/remove_tree.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

extern const char store_indexes[];

static char folder[64];
static char path[128];

static const char sources_sql[] =
    "INSERT INTO case_info VALUES ('title', 'A tiny case');"
    "INSERT INTO resource VALUES (1,'ads','ad','ads.csv','csv','utf-8','none',',',"
    " '1111111111111111111111111111111111111111111111111111111111111111',500,6,2),"
    " (2,'payments','payment','payments.jsonl','jsonl','utf-8','gzip','',"
    " '2222222222222222222222222222222222222222222222222222222222222222',200,1,0),"
    " (3,'persons','person','persons.csv','csv','windows-1252','none',';',"
    " '3333333333333333333333333333333333333333333333333333333333333333',90,1,0);"
    "INSERT INTO field VALUES (1,1,0,'id','contact','id',''),(2,1,1,'phone','contact','phone',''),"
    " (3,1,2,'text','contact','text',''),(4,1,3,'lady','advertised','name',''),"
    " (5,1,4,'her_phone','advertised','phone',''),(6,1,5,'note','','',''),"
    " (7,2,0,'id','from','id',''),(8,2,1,'from','from','account',''),(9,2,2,'to','to','account',''),"
    " (10,2,3,'amount','from','amount',''),"
    " (11,3,0,'id','self','id',''),(12,3,1,'name','self','name',''),(13,3,2,'cat','self','category',''),"
    " (14,3,3,'phone','self','phone','');";

static const char records_sql[] =
    "INSERT INTO record VALUES"
    " (1,1,'A-1',2,20,60,0,'A-1,+32470000001,\"Call Lola, +32470000009\",Lola,+32470000009,n'),"
    " (2,1,'A-2',3,81,60,0,'A-2,0470 00 00 01,\"New in\ntown, call\",,,'),"
    " (3,1,'A-3',5,150,60,0,'A-3,+32470000002,new in town call me,,,'),"
    " (4,1,'A-4',6,211,60,3,'A-4,+32470000002,new in town call me,,,'),"
    " (5,1,'A-5',7,280,60,0,'A-5,,<script>alert(''x'')</script>&amp;\"\"--><img src=x onerror=y>,,,'),"
    " (6,1,'X-1',8,350,60,0,'X-1,,alone café here,,,'),"
    " (7,2,'P-1',1,0,80,0,'{\"id\":\"P-1\",\"from\":\"BE71096123456769\",\"to\":\"BE68539007547034\","
    "\"amount\":450.00}'),"
    " (8,3,'X-1',2,20,30,0,'X-1;Maria Example;possible-victim;+32470000007');"
    "INSERT INTO reject VALUES (1,1,4,120,'','the row has 2 cells, the header 6'),"
    " (2,1,9,420,'phone','not a number, <b>bold</b>');"
    "INSERT INTO identifier VALUES (1,'account','BE68539007547034',1,0),(2,'account','BE71096123456769',1,0),"
    " (3,'phone','+32470000001',2,0),(4,'phone','+32470000002',2,0),(5,'phone','+32470000007',1,1),"
    " (6,'phone','+32470000009',1,1);"
    "INSERT INTO identifier_use VALUES (1,0,3,'contact',2,0,12,'column',9000),"
    " (1,1,6,'contact',3,11,23,'plain',9000),(1,2,6,'advertised',5,0,12,'column',9000),"
    " (2,0,3,'contact',2,0,13,'column',9000),(3,0,4,'contact',2,0,12,'column',9000),"
    " (4,0,4,'contact',2,0,12,'column',9000),(7,0,2,'from',8,0,16,'column',9000),(7,1,1,'to',9,0,16,'column',"
    "9000),"
    " (8,0,3,'self',14,0,12,'column',9000),(8,1,5,'self',14,0,12,'column',9000);"
    "INSERT INTO identifier_reject VALUES (6,2,'no valid phone number');"
    "INSERT INTO template VALUES (1,3,21000,'new in town call {word}');"
    "INSERT INTO template_member VALUES (2,1,20000),(3,1,22000),(4,1,22000);"
    "INSERT INTO search (rowid, body) VALUES (1,'A-1 +32470000001 Call Lola'),(2,'A-2 New in town, call'),"
    " (3,'A-3 new in town call me'),(4,'A-4 new in town call me'),(5,'A-5 script alert'),"
    " (6,'X-1 alone café here'),(7,'P-1 BE71096123456769');";

static const char links_sql[] =
    "INSERT INTO link VALUES (1,1,'contact',2,'contact',1200,0.697,"
    "  '[[\"prior\",\"\",0,-13000],[\"identifier\",\"\",3,14200]]'),"
    " (2,2,'contact',3,'contact',3100,0.895,'[[\"prior\",\"\",0,-13000],[\"template\",\"\",1,16100]]'),"
    " (3,3,'contact',4,'contact',24200,0.99999995,'[[\"prior\",\"\",0,-13000],[\"template\",\"\",1,22000],"
    "[\"identifier\",\"\",4,14200],[\"name\",\"close\",0,1000]]');"
    "INSERT INTO link_end SELECT from_record, link FROM link UNION SELECT to_record, link FROM link;"
    "INSERT INTO ownership VALUES ('identifier',3,2,0,1,0.98,14200),('identifier',4,2,1,2,0.6,14200),"
    " ('template',1,3,2,2,0.95,22000);"
    "INSERT INTO entity VALUES (1,4,1),(2,2,1);"
    "INSERT INTO entity_member VALUES (1,'contact',1),(2,'contact',1),(3,'contact',1),(4,'contact',1),"
    " (7,'from',1),(7,'to',2);"
    "INSERT INTO assignment VALUES (1,1,1),(2,1,1),(3,1,1),(4,1,1),(5,0,1),(6,0,0),(7,1,1),(8,0,0);"
    "INSERT INTO entity_party SELECT entity, record, party FROM entity_member;"
    "INSERT INTO entity_record SELECT entity, record FROM assignment WHERE entity > 0;"
    "INSERT INTO inspection VALUES ('',1,1,5),('phone',1,2,3);"
    "INSERT INTO inspection_cut VALUES (1,1,2,'contact',3,'contact',3100,2,1);"
    "INSERT INTO network VALUES (1,3,7,9400);"
    "INSERT INTO tie VALUES (1,7,1,2,'payment',1,7,8400,1),(1,5,1,0,'identifier',1,5,1000,1),"
    " (1,6,1,0,'call',1,6,200,0);"
    "INSERT INTO place VALUES (1,'be:antwerp',51.2,4.4,'records'),(2,'be:ghent',51.05,3.72,'records');"
    "INSERT INTO sighting VALUES (1,1,NULL,NULL,1748736000,1748822400,'sure'),"
    " (2,1,NULL,NULL,1749000000,1749000060,'sure'),(3,2,NULL,NULL,1752000000,1752086400,'sure'),"
    " (5,2,NULL,NULL,NULL,NULL,'sure');"
    "INSERT INTO visit VALUES (1,1,1748736000,1749000060,2,0),(1,2,1752000000,1752086400,1,51);"
    "INSERT INTO flow VALUES (2,'EUR',0,1,0,1,0,45000,0,NULL),(1,'EUR',1,0,1,0,45000,0,45000,216000);";

static const char money_sql[] =
    "INSERT INTO account_kind VALUES (2,'EUR','ordinary',0,0,0,0,0,0,0,''),"
    " (1,'EUR','collector',45000,0,0,1,0,0,0,'9 payments in from 4 accounts');"
    "INSERT INTO transfer VALUES (2,1,'EUR',1,45000,1748736000,1748736000),(0,1,'EUR',2,700,NULL,NULL);"
    "INSERT INTO motif VALUES (1,'funnel',1,0,'EUR',2,1,45000,1748736000,1748736000,7188);"
    "INSERT INTO motif_payment VALUES (1,0,7);"
    "INSERT INTO flag VALUES (1,'funnel','Cash in, soon out','FIN-2014-A008','five payments','a stall',9,1),"
    " (2,'guests','One payer','FATF','three guests','a club',4,1);"
    "INSERT INTO flag_hit VALUES (1,1,1,'EUR','5 payments in as cash',1),(2,2,5,'','stays of 3 guests',1);"
    "INSERT INTO flag_record VALUES (1,0,7),(2,0,1);"
    "INSERT INTO role VALUES (1,1,2,'collects',9,10,3,4200,'very likely','moderate');"
    "INSERT INTO role_record VALUES (1,0,7);"
    "INSERT INTO rival VALUES (1,1,'Organised exploitation','for','9 payments <b>between</b> members.'),"
    " (2,1,'Organised exploitation','against','No account collects.'),"
    " (3,1,'An artefact of the data','for','1 of 2 ties rests on a single record.');";

static void run_sql(sqlite3 *db, const char *sql)
{
    char *message = NULL;
    if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK)
        fail_msg("%s in: %.80s", message, sql);
}

const char *tiny_case_make_with(const char *sql)
{
    struct store *store = NULL;
    struct bowline_error err = {0};
    sqlite3 *db = NULL;
    snprintf(folder, sizeof folder, "/tmp/bowline-test-XXXXXX");
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/tiny.bowline", folder);
    if (store_open_write(path, &store, &err) != BOWLINE_OK)
        fail_msg("%s", err.message);
    store_close(store);
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    run_sql(db, sources_sql);
    run_sql(db, records_sql);
    run_sql(db, links_sql);
    run_sql(db, money_sql);
    run_sql(db, store_indexes);
    run_sql(db, sql);
    sqlite3_close(db);
    return path;
}

const char *tiny_case_make(void)
{
    return tiny_case_make_with("");
}

void tiny_case_remove(void)
{
    remove_tree(folder);
}

const char *tiny_case_folder(void)
{
    return folder;
}
