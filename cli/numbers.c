/* Numbers for people: thousands separators, units, odds in words. */
#include "numbers.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static void copy_grouped(char *out, size_t size, const char *digits, size_t whole)
{
    size_t at = 0;
    for (size_t i = 0; digits[i] != '\0' && at + 2 < size; i++) {
        if (i > 0 && i < whole && (whole - i) % 3 == 0) {
            out[at++] = ',';
        }
        out[at++] = digits[i];
    }
    out[at] = '\0';
}

struct number_text count_text(uint64_t count)
{
    struct number_text out;
    char digits[32];
    int length = snprintf(digits, sizeof digits, "%llu", (unsigned long long)count);
    copy_grouped(out.text, sizeof out.text, digits, (size_t)length);
    return out;
}

struct number_text decimal_text(double number, int decimals)
{
    struct number_text out;
    char digits[48];
    if (!(fabs(number) < 1e30)) {
        snprintf(out.text, sizeof out.text, "%g", number);
        return out;
    }
    snprintf(digits, sizeof digits, "%.*f", decimals, fabs(number));
    bool negative = number < 0 && strspn(digits, "0.") != strlen(digits);
    out.text[0] = '-';
    copy_grouped(out.text + negative, sizeof out.text - 1, digits, strcspn(digits, "."));
    return out;
}

struct number_text share_text(double share)
{
    struct number_text out;
    double percent = share * 100;
    if (percent > 99.99 && percent < 100) {
        snprintf(out.text, sizeof out.text, "over 99.99 %%");
    } else if (percent > 0 && percent < 0.01) {
        snprintf(out.text, sizeof out.text, "under 0.01 %%");
    } else if (percent > 99 && percent < 100) {
        snprintf(out.text, sizeof out.text, "%.2f %%", percent);
    } else {
        snprintf(out.text, sizeof out.text, "%.1f %%", percent);
    }
    return out;
}

struct number_text bytes_text(uint64_t bytes)
{
    static const char *const units[] = {"kB", "MB", "GB", "TB", "PB", "EB"};
    struct number_text out;
    if (bytes < 1000) {
        snprintf(out.text, sizeof out.text, "%u byte%s", (unsigned)bytes, bytes == 1 ? "" : "s");
        return out;
    }
    double value = (double)bytes / 1000;
    size_t unit = 0;
    while (value >= 999.5 && unit + 1 < sizeof units / sizeof units[0]) {
        value /= 1000;
        unit++;
    }
    snprintf(out.text, sizeof out.text, "%.*f %s", value < 9.95 ? 1 : 0, value, units[unit]);
    return out;
}

struct number_text seconds_text(double seconds)
{
    struct number_text out;
    if (seconds < 59.95) {
        snprintf(out.text, sizeof out.text, "%.1f s", seconds < 0 ? 0 : seconds);
        return out;
    }
    unsigned long long whole = seconds < 1e15 ? (unsigned long long)(seconds + 0.5) : 0;
    if (whole < 3600) {
        snprintf(out.text, sizeof out.text, "%llu min %02llu s", whole / 60, whole % 60);
    } else {
        snprintf(out.text, sizeof out.text, "%llu h %02llu min", whole / 3600, whole % 3600 / 60);
    }
    return out;
}

struct number_text bits_text(double bits)
{
    return decimal_text(bits, 1);
}

struct number_text signed_bits_text(double bits)
{
    struct number_text out;
    snprintf(out.text, sizeof out.text, "%s%.60s", bits >= 0.05 ? "+" : "", decimal_text(bits, 1).text);
    return out;
}

/* Two digits that count: 18,820 is 19,000. */
static double round_odds(double odds)
{
    if (odds < 10) {
        return odds < 2 ? round(odds * 10) / 10 : round(odds);
    }
    double scale = pow(10, floor(log10(odds)) - 1);
    return round(odds / scale) * scale;
}

struct number_text odds_text(double bits)
{
    static const char *const words[] = {"million", "billion", "trillion"};
    struct number_text out;
    const char *against = bits < 0 ? " against" : "";
    double odds = round_odds(exp2(fmin(fabs(bits), 1000)));
    if (fabs(bits) < 0.05) {
        snprintf(out.text, sizeof out.text, "no more likely than not");
    } else if (odds < 1e6) {
        int decimals = odds < 2 ? 1 : 0;
        snprintf(out.text, sizeof out.text, "about %.40s to 1%s", decimal_text(odds, decimals).text, against);
    } else if (odds < 1e15) {
        int word = odds < 1e9 ? 0 : odds < 1e12 ? 1 : 2;
        snprintf(out.text, sizeof out.text, "about %.3g %s to 1%s", odds / pow(1000, word + 2), words[word],
                 against);
    } else {
        snprintf(out.text, sizeof out.text, "over 10^%d to 1%s", (int)floor(fabs(bits) * log10(2)), against);
    }
    return out;
}

struct number_text counted_text(uint64_t count, const char *noun)
{
    struct number_text out;
    size_t length = strlen(noun);
    const char *end = count == 1 ? "" : "s";
    if (count != 1 && length > 1 && noun[length - 1] == 'y' && !strchr("aeiou", noun[length - 2])) {
        length--;
        end = "ies";
    }
    snprintf(out.text, sizeof out.text, "%.30s %.*s%s", count_text(count).text,
             (int)(length < 24 ? length : 24), noun, end);
    return out;
}

struct number_text time_text(const char *iso)
{
    struct number_text out;
    size_t length = strlen(iso);
    if (length >= 16 && iso[10] == 'T') {
        snprintf(out.text, sizeof out.text, "%.10s %.5s", iso, iso + 11);
    } else {
        snprintf(out.text, sizeof out.text, "%.40s", iso);
    }
    return out;
}
