/* Where the files of a bag come from, as PROV-JSON. */
#include "pipeline/stages.h"
#include "reports/bag.h"

#include <bowline/version.h>

#define NAME "bowline:"

static void put_relation(struct view *v, json_t *relations, const char *key, struct span from,
                         const char *other_key, struct span to)
{
    char id[24];
    snprintf(id, sizeof id, "_:r%zu", json_object_size(relations) + 1);
    json_t *row = view_object(v);
    view_put_text(v, row, key, from);
    view_put_text(v, row, other_key, to);
    view_put(v, relations, id, row);
}

static struct span stage_id(struct view *v, unsigned s)
{
    return view_format(v, NAME "stage/%s", stages[s].name);
}

static void put_sources(struct view *v, json_t *entities, json_t *used)
{
    for (uint32_t i = 1; i <= v->reader->resource_count; i++) {
        const struct resource_row *r = reader_resource(v->reader, i);
        if (!r)
            continue;
        struct span id = view_format(v, NAME "source/%.*s", (int)r->name.length, r->name.at);
        json_t *row = view_object(v);
        view_put_text(v, row, "prov:type", span_of(NAME "Source"));
        view_put_text(v, row, NAME "path", r->path);
        view_put_text(v, row, NAME "sha256", r->sha256);
        view_put_int(v, row, NAME "bytes", r->bytes);
        view_put_int(v, row, NAME "records", r->records);
        view_put(v, entities, id.at, row);
        put_relation(v, used, "prov:activity", stage_id(v, 0), "prov:entity", id);
    }
}

/* Stages, each informed by the earlier ones whose tables it reads. */
static void put_stages(struct view *v, json_t *activities, json_t *informed)
{
    for (unsigned s = 0; s < STAGE_COUNT; s++) {
        json_t *row = view_object(v);
        view_put_text(v, row, "prov:label", span_of(stages[s].purpose));
        view_put_int(v, row, NAME "version", stages[s].version);
        view_put(v, activities, stage_id(v, s).at, row);
        for (unsigned earlier = 0; earlier < s; earlier++)
            if (stages[earlier].writes & stages[s].reads)
                put_relation(v, informed, "prov:informed", stage_id(v, s), "prov:informant",
                             stage_id(v, earlier));
    }
    json_t *export = view_object(v);
    view_put_text(v, export, "prov:label", span_of("the case was written as a bag"));
    view_put(v, activities, NAME "export", export);
    for (unsigned s = 0; s < STAGE_COUNT; s++)
        put_relation(v, informed, "prov:informed", span_of(NAME "export"), "prov:informant", stage_id(v, s));
}

static void put_files(struct view *v, const json_t *files, json_t *entities, json_t *generated)
{
    const char *name;
    json_t *digest;
    json_object_foreach((json_t *)files, name, digest)
    {
        struct span id = view_format(v, NAME "%s", name);
        json_t *row = view_object(v);
        view_put_text(v, row, "prov:type", span_of(NAME "File"));
        view_put_text(v, row, NAME "sha256", span_of(json_string_value(digest)));
        view_put(v, entities, id.at, row);
        put_relation(v, generated, "prov:entity", id, "prov:activity", span_of(NAME "export"));
    }
}

static void put_agent(struct view *v, json_t *out, json_t *activities)
{
    const char *activity;
    json_t *unused;
    json_t *agents = view_object(v);
    json_t *agent = view_object(v);
    json_t *with = view_object(v);
    view_put_text(v, agent, "prov:type", span_of("prov:SoftwareAgent"));
    view_put_text(v, agent, "prov:label", span_of("Bowline"));
    view_put_text(v, agent, NAME "version", span_of(BOWLINE_VERSION));
    view_put(v, agents, NAME "software", agent);
    json_object_foreach(activities, activity, unused)
        put_relation(v, with, "prov:activity", span_of(activity), "prov:agent", span_of(NAME "software"));
    view_put(v, out, "agent", agents);
    view_put(v, out, "wasAssociatedWith", with);
}

json_t *bag_provenance(struct view *v, const json_t *files)
{
    json_t *out = view_object(v);
    json_t *entities = view_object(v);
    json_t *activities = view_object(v);
    json_t *used = view_object(v);
    json_t *informed = view_object(v);
    json_t *generated = view_object(v);
    view_put(v, out, "prefix", json_pack("{s:s}", "bowline", "urn:bowline:"));
    put_sources(v, entities, used);
    put_stages(v, activities, informed);
    put_files(v, files, entities, generated);
    put_agent(v, out, activities);
    view_put(v, out, "entity", entities);
    view_put(v, out, "activity", activities);
    view_put(v, out, "used", used);
    view_put(v, out, "wasInformedBy", informed);
    view_put(v, out, "wasGeneratedBy", generated);
    return out;
}
