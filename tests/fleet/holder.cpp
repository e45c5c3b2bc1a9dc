// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// fleet_holder DIRECTORY PROGRAM: a fleet that runs one instance of the program, says which process that is,
// and waits to be killed.
#include "engine/fleet/fleet.h"

#include <iostream>

using namespace batuta;

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    net::Loop loop;
    const SystemClock clock;
    fleet::FleetOptions options;
    options.directory = argv[1];
    fleet::Fleet fleet(loop, clock, options);
    fleet::RevisionSpec spec;
    spec.key = {{"demo", "us-east1", "held"}, "held-1"};
    spec.launch.words = {argv[2]};
    spec.launch.environment = {"BEHAVIOUR=family"};
    const Status opened = fleet.open();
    const Status started =
        opened
            ? fleet.start(spec,
                          [&](const fleet::StartOutcome &outcome) {
                              const auto instances = fleet.instances(spec.key);
                              std::cout
                                  << (outcome.isReady && !instances.empty() ? instances.front().process : 0)
                                  << std::endl;
                          })
            : opened;
    if (!started)
        return 1;
    loop.run();
    return 0;
}
