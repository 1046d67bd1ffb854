/* Bowline: finds the organised groups behind records, with the evidence for every link. This header gathers
 * the API. */
#ifndef BOWLINE_BOWLINE_H
#define BOWLINE_BOWLINE_H

#include <bowline/case.h>
#include <bowline/decide.h>
#include <bowline/erase.h>
#include <bowline/error.h>
#include <bowline/key.h>
#include <bowline/log.h>
#include <bowline/rerun.h>
#include <bowline/run.h>
#include <bowline/served.h>
#include <bowline/simulation.h>
#include <bowline/verify.h>
#include <bowline/version.h>

#endif
