/* The report as a whole: its parts in order. */
#include "reports/report.h"

#include "reports/file_part.h"
#include "reports/html_parts.h"
#include "reports/marks.h"
#include "reports/rows.h"

/* A view a dossier, so that what it loaded is given back. */
static enum bowline_status write_dossier(struct reader *reader, struct file_part *file, uint32_t network)
{
    struct view v;
    struct page p = {&v, &file->out};
    view_init(&v, reader, file->err);
    json_t *tree = network_view(&v, network);
    if (tree)
        html_dossier(&p, tree);
    json_decref(tree);
    enum bowline_status status = v.status;
    view_release(&v);
    file_part_flush(file, 1u << 16);
    return status == BOWLINE_OK ? file->status : status;
}

static enum bowline_status write_dossiers(struct reader *reader, struct file_part *file,
                                          const json_t *summary)
{
    const json_t *list = json_object_get(summary, "networks");
    enum bowline_status status = BOWLINE_OK;
    if (json_array_size(list))
        buffer_append_text(&file->out, "<h2 id=dossiers>Dossiers</h2>\n");
    for (size_t i = 0; i < json_array_size(list) && i < REPORT_NETWORKS && status == BOWLINE_OK; i++)
        status = write_dossier(reader, file, (uint32_t)json_int_at(json_array_get(list, i), "network"));
    return status;
}

static enum bowline_status write_report(struct reader *reader, struct span referral, struct file_part *file)
{
    struct view v;
    struct page p = {&v, &file->out};
    view_init(&v, reader, file->err);
    json_t *summary = summary_view(&v, ROWS_TOP);
    if (v.status == BOWLINE_OK) {
        html_begin(&p, json_text_at(summary, "title"), "Bowline report");
        html_head(&p, summary);
        html_network_table(&p, summary);
        html_inspection(&p, summary);
        view_try(&v, write_dossiers(reader, file, summary));
    }
    if (v.status == BOWLINE_OK) {
        html_alone(&p);
        html_reports(&p);
        html_calibration(&p, summary);
        html_decisions(&p);
        html_rejects(&p, summary);
        html_referral(&p, referral);
        html_method(&p);
        html_sources(&p, summary);
        html_footer(&p, summary);
        html_end(&p);
    }
    json_decref(summary);
    enum bowline_status status = v.status;
    view_release(&v);
    return status;
}

enum bowline_status report_html(struct reader *reader, struct span referral, const char *path,
                                struct bowline_error *err)
{
    struct file_part file;
    enum bowline_status status = marks_check(reader, err);
    if (status != BOWLINE_OK)
        return status;
    file_part_open(&file, NULL, path, err);
    status = file.status == BOWLINE_OK ? write_report(reader, referral, &file) : file.status;
    return file_part_close(&file, status);
}
