/* Kinds of accounts against known answers: collectors, and the innocent accounts among the decoys that were
 * taken for collectors or mules. */
#include "reports/score_parts.h"

#include "base/memory.h"
#include "money/account_kinds.h"
#include "store/read_money.h"

enum { IS_PAYROLL = 1, IS_LANDLORD = 2, IS_TRUE = 4, IS_COLLECTOR = 8, IS_MULE = 16 };

struct judged {
    struct scored *scored;
    struct truth_file file;
    uint8_t *decoy;       /* [record]: IS_PAYROLL: its sender is a control, IS_LANDLORD: its receiver */
    uint8_t *marks;       /* [identifier] */
    uint32_t identifiers; /* the largest */
    size_t marks_capacity;
};

static enum bowline_status take_decoy(void *context, const struct truth_line *row, struct bowline_error *err)
{
    struct judged *j = context;
    (void)err;
    uint32_t record = truth_find(&j->scored->truth, j->scored->view->reader, row, &j->file);
    if (record && span_equal(row->cells[2], span_of("payroll")))
        j->decoy[record] |= IS_PAYROLL;
    if (record && span_equal(row->cells[2], span_of("landlord")))
        j->decoy[record] |= IS_LANDLORD;
    return BOWLINE_OK;
}

static bool reach(struct judged *j, uint32_t identifier)
{
    size_t before = j->marks_capacity;
    if (!memory_reserve(&j->marks, &j->marks_capacity, (size_t)identifier + 1, UINT32_MAX))
        return false;
    memset(j->marks + before, 0, j->marks_capacity - before);
    j->identifiers = identifier > j->identifiers ? identifier : j->identifiers;
    return true;
}

static void mark_controls(struct judged *j)
{
    struct view *v = j->scored->view;
    struct cursor c;
    struct payment_account_line row;
    read_payment_accounts(v->store, &c, v->err);
    while (v->status == BOWLINE_OK && next_payment_account(&c, &row)) {
        uint8_t decoy = row.record <= j->scored->truth.records ? j->decoy[row.record] : 0;
        bool is_sender = span_equal(row.party, span_of("from"));
        if (!reach(j, row.account))
            view_try(v, error_memory(v->err));
        else
            j->marks[row.account] |= decoy & (is_sender ? IS_PAYROLL : IS_LANDLORD);
    }
    view_close(v, &c);
}

static void mark_kinds(struct judged *j, const struct intern *collectors)
{
    struct view *v = j->scored->view;
    struct cursor c;
    struct account_row row;
    read_accounts(v->store, &c, v->err);
    while (v->status == BOWLINE_OK && next_account(&c, &row)) {
        if (!reach(j, row.flow.account)) {
            view_try(v, error_memory(v->err));
            break;
        }
        uint8_t *marks = &j->marks[row.flow.account];
        if (intern_find(collectors, row.flow.value))
            *marks |= IS_TRUE;
        if (span_equal(row.flow.kind, span_of(account_kind_name(ACCOUNT_COLLECTOR))))
            *marks |= IS_COLLECTOR;
        if (span_equal(row.flow.kind, span_of(account_kind_name(ACCOUNT_MULE))))
            *marks |= IS_MULE;
    }
    view_close(v, &c);
}

/* Accounts with all of `wanted` and none of `unwanted`. */
static uint64_t count_marked(const struct judged *j, unsigned wanted, unsigned unwanted)
{
    uint64_t count = 0;
    for (size_t i = 0; j->marks && i <= j->identifiers; i++)
        count += (j->marks[i] & wanted) == wanted && !(j->marks[i] & unwanted);
    return count;
}

static void put_controls(struct judged *j, json_t *out, const char *name, unsigned mark)
{
    struct view *v = j->scored->view;
    json_t *item = view_object(v);
    uint64_t all = count_marked(j, mark, IS_TRUE);
    uint64_t flagged = all - count_marked(j, mark, IS_TRUE | IS_COLLECTOR | IS_MULE);
    view_put_int(v, item, "accounts", (int64_t)all);
    view_put_int(v, item, "flagged", (int64_t)flagged);
    score_put_share(v, item, "flagged_share", flagged, all);
    view_put(v, out, name, item);
}

void score_put_accounts(struct scored *s, const struct intern *collectors, json_t *money)
{
    struct view *v = s->view;
    struct judged j = {.scored = s, .file.name = "truth-decoys.csv"};
    const struct truth_columns columns = {{"resource", "id", "decoy"}, 3, take_decoy, &j};
    j.decoy = memory_new((size_t)s->truth.records + 1, 1);
    if (!j.decoy)
        view_try(v, error_memory(v->err));
    else
        view_try(v, truth_file_read_beside(s->truth.path, "decoys", &columns, &j.file, v->err));
    if (j.decoy && v->status == BOWLINE_OK)
        mark_controls(&j);
    if (v->status == BOWLINE_OK)
        mark_kinds(&j, collectors);
    if (v->status == BOWLINE_OK) {
        json_t *out = view_object(v);
        uint64_t found = count_marked(&j, IS_TRUE | IS_COLLECTOR, 0);
        uint64_t called = count_marked(&j, IS_COLLECTOR, 0);
        view_put_int(v, out, "true", (int64_t)collectors->count);
        view_put_int(v, out, "found", (int64_t)found);
        view_put_int(v, out, "called", (int64_t)called);
        score_put_share(v, out, "precision", found, called);
        score_put_share(v, out, "recall", found, collectors->count);
        view_put(v, money, "collectors", out);
        json_t *controls = view_object(v);
        put_controls(&j, controls, "payroll", IS_PAYROLL);
        put_controls(&j, controls, "landlord", IS_LANDLORD);
        if (j.file.is_there)
            view_put(v, money, "controls", controls);
        else
            json_decref(controls);
    }
    memory_free(j.decoy);
    memory_free(j.marks);
}
