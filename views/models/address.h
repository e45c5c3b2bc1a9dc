// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QUrlQuery>

#include <optional>

namespace batuta::views {

/// A place in the window: `batuta://run/9b1f6e0c-…?step=create_embeddings`. Views: flows, flow, runs, run,
/// settings, welcome.
struct Address
{
    QString view;
    QString id;
    QUrlQuery query;

    QString text() const;
    /// Nothing for text that is no such address.
    static std::optional<Address> parse(const QString &text);
    bool operator==(const Address &other) const;
};

/// Whether `text` is an execution_id: a UUID, in any case, with blanks around it or not.
bool looksLikeExecutionId(const QString &text);
/// Whether it may be an id of any kind: one word of at most 128 characters with a digit in it.
bool looksLikeId(const QString &text);

} // namespace batuta::views
