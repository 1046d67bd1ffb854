/* The CSV export of the tiny case: the contract's columns, quoting, order, hidden values, failures. */
#include "support/cmocka_all.h"
#include "support/failing_memory.h"
#include "support/tiny_case.h"

#include <bowline/case.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct bowline_case *opened;
static char out_folder[128];

static int open_case(void **state)
{
    (void)state;
    struct bowline_error err = {0};
    if (bowline_case_open(tiny_case_make(), &opened, &err) != BOWLINE_OK)
        fail_msg("%s", err.message);
    snprintf(out_folder, sizeof out_folder, "%s/out", tiny_case_folder());
    if (bowline_case_export(opened, "csv", out_folder, &err) != BOWLINE_OK)
        fail_msg("%s", err.message);
    return 0;
}

static int close_case(void **state)
{
    (void)state;
    bowline_case_close(opened);
    tiny_case_remove();
    return 0;
}

/* A whole file of the export; the caller frees it. */
static char *slurp(const char *name)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", out_folder, name);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *text = calloc(1, 65536);
    assert_non_null(text);
    assert_true(fread(text, 1, 65535, file) < 65535);
    fclose(file);
    return text;
}

static void expect(const char *name, const char *wanted)
{
    char *text = slurp(name);
    assert_string_equal(text, wanted);
    free(text);
}

static void expect_begins(const char *name, const char *wanted)
{
    char *text = slurp(name);
    assert_memory_equal(text, wanted, strlen(wanted));
    free(text);
}

static void tables_are_as_the_contract_says(void **state)
{
    (void)state;
    expect_begins("records.csv",
                  "resource,id,kind,entity,network,line,byte,length,duplicate_of,time,until,place\n"
                  "ads,A-1,ad,1,1,2,20,60,,2025-06-01T00:00:00Z,2025-06-02T00:00:00Z,be:antwerp\n"
                  "ads,A-2,ad,1,1,3,81,60,,2025-06-04T01:20:00Z,2025-06-04T01:21:00Z,be:antwerp\n"
                  "ads,A-3,ad,1,1,5,150,60,,2025-07-08T18:40:00Z,2025-07-09T18:40:00Z,be:ghent\n"
                  "ads,A-4,ad,1,1,6,211,60,A-3,,,\n"
                  "ads,A-5,ad,,1,7,280,60,,,,be:ghent\n"
                  "ads,X-1,ad,,,8,350,60,,,,\n");
    expect("entities.csv", "entity,records,network\n1,4,1\n2,2,1\n");
    expect("networks.csv", "network,entities,records,bits\n1,3,7,9.400\n");
    expect("members.csv",
           "template,resource,id,bits\n1,ads,A-2,20.000\n1,ads,A-3,22.000\n1,ads,A-4,22.000\n");
    expect("templates.csv", "template,records,text,bits\n1,3,new in town call {word},21.000\n");
    expect("flows.csv", "account,currency,kind,payments_in,payments_out,payers,payees,in,out,passed,passed_"
                        "soon,dwell_seconds,"
                        "unnamed_in,unnamed_out,returning_in,standing_in,standing_out,relays,reason\n"
                        "BE71096123456769,EUR,ordinary,0,1,0,1,0.00,450.00,0.00,0.00,,0,0,0,0,0,0,\n"
                        "BE68539007547034,EUR,collector,1,0,1,0,450.00,0.00,450.00,450.00,216000,0,0,1,0,0,0,"
                        "9 payments in from 4 accounts\n");
    expect("motifs.csv",
           "motif,kind,bits,account,other,currency,accounts,payments,amount,begin,end,resource,id\n"
           "1,funnel,7.188,BE68539007547034,,EUR,2,1,450.00,2025-06-01T00:00:00Z,2025-06-01T00:00:00Z,"
           "payments,P-1\n");
    expect_begins("flags.csv",
                  "flag,type,value,currency,what,fired,tested,source,resource,id\n"
                  "funnel,account,BE68539007547034,EUR,5 payments in as cash,1,9,FIN-2014-A008,payments,P-1\n"
                  "guests,phone,P-");
    expect("roles.csv", "network,entity,role,likelihood,confidence,records,of,members,bits,resource,id\n"
                        "1,2,collects,very likely,moderate,9,10,3,4.200,payments,P-1\n");
    expect("rejects.csv", "resource,line,byte,column,reason\n"
                          "ads,4,120,,\"the row has 2 cells, the header 6\"\n"
                          "ads,8,350,phone,no valid phone number\n"
                          "ads,9,420,phone,\"not a number, <b>bold</b>\"\n");
}

static void links_carry_their_summands(void **state)
{
    (void)state;
    expect(
        "links.csv",
        "from_resource,from_id,to_resource,to_id,kind,bits,probability,evidence,from_party,to_party,records\n"
        "ads,A-1,ads,A-2,same,1.200,0.697000,prior -13.000; phone +32470000001 14.200,contact,contact,1\n"
        "ads,A-2,ads,A-3,same,3.100,0.895000,prior -13.000; template 1 16.100,contact,contact,1\n"
        "ads,A-3,ads,A-4,same,24.200,1.000000,prior -13.000; template 1 22.000; phone +32470000002 14.200; "
        "name close 1.000,contact,contact,1\n"
        "ads,A-1,ads,A-5,identifier,1.000,0.666667,identifier example ads/A-5 1.000,,,1\n"
        "ads,A-1,ads,X-1,call,0.200,0.534602,call example ads/X-1 0.200,,,1\n"
        "ads,A-1,payments,P-1,payment,8.400,0.997048,payment example payments/P-1 8.400,,,1\n");
}

static void protected_identifiers_are_pseudonyms(void **state)
{
    (void)state;
    char *text = slurp("identifiers.csv");
    assert_null(strstr(text, "+32470000009"));
    assert_null(strstr(text, "+32470000007"));
    assert_non_null(strstr(text, "ads,A-1,contact,phone,+32470000001,,,phone,column,9.000\n"));
    assert_non_null(strstr(text, "ads,A-1,contact,phone,P-"));
    assert_null(strstr(text, "persons,X-1,self,phone,+"));
    assert_non_null(strstr(text, "persons,X-1,self,phone,P-"));
    assert_non_null(strstr(text, ",11,23,text,plain,9.000\n"));
    free(text);
}

static void again_gives_the_same_bytes(void **state)
{
    (void)state;
    static const char *const names[] = {"records.csv", "links.csv", "identifiers.csv"};
    char *before[3];
    for (int i = 0; i < 3; i++)
        before[i] = slurp(names[i]);
    assert_int_equal(bowline_case_export(opened, "csv", out_folder, NULL), BOWLINE_OK);
    for (int i = 0; i < 3; i++) {
        expect(names[i], before[i]);
        free(before[i]);
    }
}

static void what_cannot_be_written_is_said(void **state)
{
    (void)state;
    struct bowline_error err = {0};
    char path[256];
    assert_int_equal(bowline_case_export(opened, "xml", out_folder, &err), BOWLINE_ERROR_ARGUMENT);
    snprintf(path, sizeof path, "%s/none/out", tiny_case_folder());
    assert_int_equal(bowline_case_export(opened, "csv", path, &err), BOWLINE_ERROR_NOT_FOUND);
    assert_non_null(strstr(err.message, path));
    assert_int_equal(bowline_case_export(opened, "csv", "/proc", &err), BOWLINE_ERROR_NOT_FOUND);
    snprintf(path, sizeof path, "%s/file", tiny_case_folder());
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fclose(file);
    assert_int_not_equal(bowline_case_export(opened, "csv", path, &err), BOWLINE_OK);
}

static void each_allocation_may_fail(void **state)
{
    (void)state;
    for (unsigned long n = 1;; n++) {
        struct failing_memory memory;
        struct bowline_error err = {0};
        char part[256];
        failing_memory_begin(&memory, n);
        enum bowline_status status = bowline_case_export(opened, "csv", out_folder, &err);
        if (!failing_memory_end(&memory))
            break;
        assert_int_equal(status, BOWLINE_ERROR_MEMORY);
        snprintf(part, sizeof part, "%s/records.csv.part", out_folder);
        assert_int_not_equal(access(part, F_OK), 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_are_as_the_contract_says),      cmocka_unit_test(links_carry_their_summands),
        cmocka_unit_test(protected_identifiers_are_pseudonyms), cmocka_unit_test(again_gives_the_same_bytes),
        cmocka_unit_test(what_cannot_be_written_is_said),       cmocka_unit_test(each_allocation_may_fail),
    };
    return cmocka_run_group_tests_name("export", tests, open_case, close_case);
}
