/* The words of ICD 203. */
#include "roles/likelihood.h"

#include <stddef.h>

const struct confidence_options confidence_defaults = {
    .moderate_records = 5, .high_records = 20, .high_resources = 2};

const char *likelihood_words(double probability)
{
    static const struct {
        double most;
        const char *words;
    } steps[] = {{.05, "almost no chance"},    {.20, "very unlikely"}, {.45, "unlikely"},
                 {.55, "roughly even chance"}, {.80, "likely"},        {.95, "very likely"}};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (probability < steps[i].most)
            return steps[i].words;
    return "almost certain";
}

enum analytic_confidence analytic_confidence(uint32_t records, uint32_t resources,
                                             const struct confidence_options *options)
{
    if (records < options->moderate_records)
        return CONFIDENCE_LOW;
    return records >= options->high_records && resources >= options->high_resources ? CONFIDENCE_HIGH
                                                                                    : CONFIDENCE_MODERATE;
}

const char *analytic_confidence_words(enum analytic_confidence confidence)
{
    static const char *const words[] = {"low", "moderate", "high"};
    return words[confidence];
}
