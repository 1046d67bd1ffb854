/* Writes an invented case: builds the world, then one table after the other. */
#include "simulation/simulation.h"

#include "simulation/rows.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct {
    const char *name;
    write_rows *write;
} tables[] = {
    {"ads.csv", write_ads},
    {"stays.csv", write_stays},
    {"payments.csv", write_payments},
    {"calls.csv", write_calls},
    {"premises.csv", write_premises},
    {"persons.csv", write_persons},
    {"reports.jsonl", write_reports},
    {"truth-entities.csv", write_entities},
    {"truth-circuits.csv", write_circuits},
    {"truth-money.csv", write_money},
    {"truth-premises.csv", write_premises_used},
    {"datapackage.json", write_package},
};

/* Files that grow beside the tables. */
static const struct {
    const char *name, *header;
} truths[] = {
    {"truth.csv", "resource,id,entity,network\n"},
    {"truth-identifiers.csv", "resource,id,field,type,value,form,language,written\n"},
    {"truth-decoys.csv", "resource,id,decoy\n"},
};

enum { TABLES = sizeof tables / sizeof *tables, TRUTHS = sizeof truths / sizeof *truths };

static enum bowline_status write_table(struct row_output *out, int folder, size_t i)
{
    enum bowline_status status = table_open(&out->table, folder, tables[i].name, out->err);
    if (status != BOWLINE_OK)
        return status;
    status = tables[i].write(out);
    if (status == BOWLINE_OK)
        status = table_close(&out->table, out->err);
    else
        table_abandon(&out->table);
    if (status != BOWLINE_OK)
        unlinkat(folder, tables[i].name, 0);
    return status;
}

static void remove_tables(int folder, size_t count)
{
    while (count--)
        unlinkat(folder, tables[count].name, 0);
}

/* The tables, and none of them where one fails. */
static enum bowline_status write_tables(struct row_output *out, int folder)
{
    enum bowline_status status = BOWLINE_OK;
    size_t written = 0;
    while (written < TABLES && status == BOWLINE_OK) {
        status = write_table(out, folder, written);
        written += status == BOWLINE_OK;
    }
    if (status != BOWLINE_OK)
        remove_tables(folder, written);
    return status;
}

/* Those opened first to the last; without their bytes where something has failed already. */
static enum bowline_status close_truths(struct table_writer *const *beside, size_t count, int folder,
                                        enum bowline_status status, struct bowline_error *err)
{
    for (size_t i = 0; i < count; i++) {
        if (status == BOWLINE_OK)
            status = table_close(beside[i], err);
        table_abandon(beside[i]);
    }
    for (size_t i = 0; i < count && status != BOWLINE_OK; i++)
        unlinkat(folder, truths[i].name, 0);
    return status;
}

static enum bowline_status write_case(const struct world *world, int folder, struct bowline_error *err)
{
    struct row_output out = {.world = world, .err = err, .table.file = -1};
    struct table_writer *const beside[TRUTHS] = {&out.truth, &out.identifiers, &out.decoys};
    enum bowline_status status = BOWLINE_OK;
    size_t opened = 0;
    row_init(&out.row);
    buffer_init(&out.scratch, 1 << 16);
    buffer_init(&out.value, 1 << 16);
    for (; opened < TRUTHS && status == BOWLINE_OK; opened += status == BOWLINE_OK) {
        status = table_open(beside[opened], folder, truths[opened].name, err);
        if (status == BOWLINE_OK)
            buffer_append_text(&beside[opened]->bytes, truths[opened].header);
    }
    if (status == BOWLINE_OK)
        status = write_tables(&out, folder);
    bool has_tables = status == BOWLINE_OK;
    status = close_truths(beside, opened, folder, status, err);
    if (has_tables && status != BOWLINE_OK)
        remove_tables(folder, TABLES);
    buffer_release(&out.scratch);
    buffer_release(&out.value);
    row_release(&out.row);
    return status;
}

static enum bowline_status open_folder(const char *path, int *folder, struct bowline_error *err)
{
    if (mkdir(path, 0777) != 0 && errno != EEXIST)
        return error_system(err, errno, "cannot make the folder", path);
    *folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return *folder >= 0 ? BOWLINE_OK : error_system(err, errno, "cannot open the folder", path);
}

enum bowline_status simulation_write(const char *folder, const struct bowline_simulation *options,
                                     struct bowline_error *err)
{
    struct world world;
    int at = -1;
    enum bowline_status status = world_build(&world, options, err);
    if (status != BOWLINE_OK)
        return status;
    status = open_folder(folder, &at, err);
    if (status == BOWLINE_OK)
        status = write_case(&world, at, err);
    if (status != BOWLINE_OK && at >= 0)
        error_prefix(err, "%s", folder);
    if (at >= 0)
        close(at);
    world_release(&world);
    return status;
}
