// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/edit/flow_text.h"
#include "engine/flow/library.h"
#include "engine/flow/routes.h"

#include <QObject>
#include <QUndoStack>

#include <optional>
#include <string>
#include <vector>

namespace batuta::views {

/// One rule as it stands in the file; its condition may be one that cannot be read.
struct RouteRow
{
    std::string condition; ///< without the braces
    std::string flow;
    std::string problem; ///< of its condition or flow; "" when there is none
};

/// What a rule says of a payload.
struct RouteVerdict
{
    enum Kind { No, Chosen, AlsoTrue, Failed };
    Kind kind = No;
    std::string reason; ///< of Failed
};

/// What the routes on the screen do with a payload.
struct RouteTrial
{
    std::vector<RouteVerdict> verdicts; ///< by rule
    std::string flow;
    std::string rule; ///< its condition, or `default`
    std::vector<std::string> ignoredFlags;
    std::vector<flow::DroppedStep> dropped;
};

/// The `routes.yaml` of one system while it is edited: rules and their default. A change touches only the
/// lines it must, and is undoable; what is written is checked against the disk. Reads and writes at once:
/// the file is at most 1 MiB. Lives on the window's thread.
class RoutesDocument final : public QObject
{
    Q_OBJECT

public:
    /// `path` can be opened; `shown` is how it is called in problems.
    RoutesDocument(std::string path, std::string shown, QObject *parent = nullptr);

    /// Reads the file; what was edited goes. FileUnreadable, FileTooLarge.
    Result<void> load();
    /// Replaces the file. ActRefused when it is another one on the disk by now, or when the routes have
    /// errors.
    Result<void> save();
    bool isChanged() const { return m_text != m_saved; }

    const std::string &text() const { return m_text; }
    const std::vector<RouteRow> &rows() const { return m_rows; }
    const std::string &fallback() const { return m_fallback; }
    const Errors &errors() const { return m_errors; }
    /// What was read of the text on the screen; nothing while it has errors.
    const std::optional<flow::Routes> &routes() const { return m_routes; }
    QUndoStack &undoStack() { return m_undo; }

    Result<void> setCondition(int row, const std::string &condition);
    Result<void> setFlow(int row, const std::string &flow);
    Result<void> setFallback(const std::string &flow);
    Result<void> addRow(const std::string &condition, const std::string &flow);
    Result<void> removeRow(int row);
    /// With the rule below it.
    Result<void> swapRows(int row);

    /// `library` has the flows that steps are dropped from. Refused while there are errors.
    Result<RouteTrial> tryPayload(const json::Value &payload, const flow::Library &library) const;

signals:
    void changed();

private:
    friend class RoutesCommand;
    using Make = std::function<Result<edit::TextEdits>(const edit::FlowText &)>;
    Result<void> change(const QString &name, const Make &make);
    void take(std::string text);

    std::string m_path, m_shown;
    std::string m_text, m_saved;
    std::vector<RouteRow> m_rows;
    std::string m_fallback;
    Errors m_errors;
    std::optional<flow::Routes> m_routes;
    QUndoStack m_undo;
};

} // namespace batuta::views
