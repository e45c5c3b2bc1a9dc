// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "views/models/input/secret_rules.h"
#include "views/models/view_state.h"

#include <QObject>

#include <optional>
#include <vector>

namespace batuta::views {

/// An input that was run: when, and as which execution.
struct PastInput
{
    json::Value input; ///< without secrets
    WallTime at{};
    QString execution;
};

/// What is remembered of the inputs of one flow: the last 20 that were run, named presets, and what the form
/// held when it was left. Secrets are taken out before anything is kept. Inputs above 256 KiB are not kept.
class InputMemory final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t kMostRecent = 20;
    static constexpr std::size_t kMostPresets = 100;
    static constexpr std::size_t kLargest = 256 * 1024; ///< bytes of JSON

    explicit InputMemory(ViewState &state, QObject *parent = nullptr);

    /// `flow`: its name, or `@system` for inputs that the routes of a system take.
    void setFlow(const QString &flow, SecretRules secrets);

    /// The newest first; each input once.
    std::vector<PastInput> recent() const;
    void remember(const json::Value &input, const QString &execution, WallTime at);
    /// The newest run with the same input, secrets aside.
    std::optional<PastInput> sameAs(const json::Value &input) const;

    QStringList presets() const; ///< in alphabetic order
    std::optional<json::Value> preset(const QString &name) const;
    /// Makes or replaces one. False when the name is blank, the input too large, or there are too many.
    bool savePreset(const QString &name, const json::Value &input);
    bool renamePreset(const QString &from, const QString &to);
    void removePreset(const QString &name);

    /// The values of the form when it was last left or run; nothing when there are none.
    std::optional<json::Value> lastValues() const;
    void keepLastValues(const json::Value &input);

signals:
    void changed();

private:
    QString key(const char *part) const;
    std::optional<QString> textOf(const json::Value &input) const;
    void keep(const QString &key, const QJsonValue &value);

    ViewState &m_state;
    QString m_flow;
    SecretRules m_secrets;
};

} // namespace batuta::views
