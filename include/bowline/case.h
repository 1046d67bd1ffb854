/* Reading a case file: what was found, and why. Every answer is a JSON document (docs/json.md), so
 * that the command line, a server and a notebook show the same. Protected parties appear as pseudonyms. */
#ifndef BOWLINE_CASE_H
#define BOWLINE_CASE_H

#include <bowline/error.h>
#include <bowline/run.h>

#ifdef __cplusplus
extern "C" {
#endif

struct bowline_case;

/* Opens for reading. Owner: the caller, who closes it. A handle is for one thread at a time. */
enum bowline_status bowline_case_open(const char *path, struct bowline_case **out,
                                      struct bowline_error *err) BOWLINE_WARN_UNUSED;
void bowline_case_close(struct bowline_case *handle); /* NULL allowed */

/* Counts, resources, rejects by reason, and the networks and entities with most bits or records. */
enum bowline_status bowline_case_summary(struct bowline_case *handle, struct bowline_text *json,
                                         struct bowline_error *err) BOWLINE_WARN_UNUSED;

enum bowline_status bowline_case_network(struct bowline_case *handle, uint32_t network,
                                         struct bowline_text *json,
                                         struct bowline_error *err) BOWLINE_WARN_UNUSED;
enum bowline_status bowline_case_entity(struct bowline_case *handle, uint32_t entity,
                                        struct bowline_text *json,
                                        struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* A template with the values of its slots, and its first 200 members laid beside it. */
enum bowline_status bowline_case_template(struct bowline_case *handle, uint32_t template_id,
                                          struct bowline_text *json,
                                          struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* record: "resource/id", or "id" alone where only one resource has it. */
enum bowline_status bowline_case_record(struct bowline_case *handle, const char *record,
                                        struct bowline_text *json,
                                        struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Why two records are, or are not, held to have one operator: the summands of their link, or the path of
 * links between them, or that there is none; the rivals; what would change the answer. a, b: as for
 * bowline_case_record, with ":party" where one party of the record is meant. */
enum bowline_status bowline_case_why(struct bowline_case *handle, const char *a, const char *b,
                                     struct bowline_text *json,
                                     struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Why two parties of records are not held to have one operator: whether they were compared, what speaks for
 * and against, what keeps them apart. The pair is scored anew by the code of the run, which costs about what
 * its link stage does. */
enum bowline_status bowline_case_why_not(struct bowline_case *handle, const char *a, const char *b,
                                         struct bowline_text *json,
                                         struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Records with all the words, best first. limit: at most so many hits (1 to 1000). */
enum bowline_status bowline_case_search(struct bowline_case *handle, const char *words, unsigned limit,
                                        struct bowline_text *json,
                                        struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Each stage, what it reads and writes, and whether it is up to date. handle may be NULL: the table alone. */
enum bowline_status bowline_stages(struct bowline_case *handle, struct bowline_text *json,
                                   struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* What the claimed probabilities proved to be worth on the case itself, one type of identifier held out. */
enum bowline_status bowline_case_calibration(struct bowline_case *handle, struct bowline_text *json,
                                             struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Measures the case against known answers (truth.csv: resource,id,entity,network; gzip and zstd allowed) and
 * against those of the files that stand beside it: truth-decoys.csv, truth-identifiers.csv,
 * truth-circuits.csv, truth-premises.csv, truth-money.csv (docs/methods/scoring.md). A file that is not what
 * it should be is BOWLINE_ERROR_INPUT, with the line. */
enum bowline_status bowline_case_score(struct bowline_case *handle, const char *truth_path,
                                       struct bowline_text *json,
                                       struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* The same, and the measures as one self-contained HTML file with plots. An output that exists is replaced.
 */
enum bowline_status bowline_case_score_page(struct bowline_case *handle, const char *truth_path,
                                            const char *path, struct bowline_text *json,
                                            struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* One self-contained HTML file. An output that exists is replaced. */
enum bowline_status bowline_case_report(struct bowline_case *handle, const char *path,
                                        struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* The same with another referral card than the built-in one for Belgium: a file of plain text, at most 16
 * KiB, whose first line is the heading. */
enum bowline_status bowline_case_report_with(struct bowline_case *handle, const char *path,
                                             const char *referral_path,
                                             struct bowline_error *err) BOWLINE_WARN_UNUSED;

/* Writes the case into a folder, which is made where it is not there. format: "csv" (the tables of the
 * contract), or a graph: "graphml", "gexf", "i2", "ftm" (FollowTheMoney), "stix" (STIX 2.1); see
 * docs/output.md. */
enum bowline_status bowline_case_export(struct bowline_case *handle, const char *format, const char *folder,
                                        struct bowline_error *err) BOWLINE_WARN_UNUSED;

#ifdef __cplusplus
}
#endif
#endif
