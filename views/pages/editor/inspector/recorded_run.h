// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/engine_link.h"

#include <QThreadPool>

#include <functional>
#include <optional>
#include <vector>

namespace batuta::views {

/// An expression with the data of a run that is over.
struct Evaluated
{
    enum class Kind {
        Unknown, ///< it needs what the record does not have: a value of the environment, a step that was not
                 ///< run
        Value,
        Masked, ///< it has a secret in it
        Failed, ///< `text` is why
    };
    Kind kind = Kind::Unknown;
    QString text;
};

/// Evaluates with these roots ({input, steps, execution, flow, trigger}). `itemName` is the `as` of the
/// step's foreach, or "". Any thread.
Evaluated evaluateWith(const json::Value &roots, const std::string &text, bool isCondition,
                       const std::string &itemName);

/// The last runs of one flow, and the data of the newest that has ended: what expressions are tried with.
/// Lives on the window's thread; evaluates on a thread of its own.
class RecordedRun final : public QObject
{
    Q_OBJECT

public:
    explicit RecordedRun(EngineLink &engine, QObject *parent = nullptr);
    ~RecordedRun() override;

    void setFlow(const std::string &name); ///< and asks
    void refresh();
    /// Newest first, with the steps as a list shows them.
    const std::vector<client::ExecutionRecord> &runs() const { return m_runs; }
    /// Why there are none: the engine does not answer.
    const std::optional<Error> &trouble() const { return m_trouble; }
    bool isLoading() const { return m_isLoading; }
    const std::optional<client::ExecutionRecord> &record() const { return m_record; }
    const json::Value &roots() const { return m_roots; }

    using Then = std::function<void(const Evaluated &)>;
    void evaluate(const std::string &text, bool isCondition, QObject *context, Then then);
    void setItemName(std::string name) { m_itemName = std::move(name); }

signals:
    void changed();

private:
    void keep(Result<client::ExecutionRecord> record);

    EngineLink &m_engine;
    std::string m_flow;
    std::string m_itemName;
    std::vector<client::ExecutionRecord> m_runs;
    std::optional<Error> m_trouble;
    std::optional<client::ExecutionRecord> m_record;
    json::Value m_roots;
    int m_asked = 0;
    bool m_isLoading = false;
    QThreadPool m_worker; ///< one thread
};

} // namespace batuta::views
