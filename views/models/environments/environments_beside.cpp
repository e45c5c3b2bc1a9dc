// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What stands beside the files in the model of the environments.
#include "views/models/environments/environments_model.h"

namespace batuta::views {

void EnvironmentsModel::setProcess(const std::string &environment, const char *const *process)
{
    m_processOf = environment;
    m_process = process;
    if (m_isLoaded)
        show();
}

void EnvironmentsModel::setDeployed(std::optional<environments::Aside> deployed)
{
    m_deployed = std::move(deployed);
    if (m_isLoaded)
        show();
}

void EnvironmentsModel::addAsides()
{
    m_asides.clear();
    if (environments::Aside process = environments::processAside(m_matrix, m_processOf, m_process);
        !process.values.empty())
        m_asides.push_back(std::move(process));
    if (m_deployed)
        m_asides.push_back(*m_deployed);
    for (const environments::Aside &aside : m_asides)
        environments::addAside(m_matrix, aside);
}

} // namespace batuta::views
