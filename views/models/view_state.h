// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QObject>
#include <QTimer>

namespace batuta::views {

/// What the views of one workspace remember (splitters, columns, filters, past inputs): a JSON file, readable
/// by its owner only, written whole and atomically half a second after the last change and at the end.
/// A file that cannot be read counts as empty. Lives on the window's thread.
class ViewState final : public QObject
{
    Q_OBJECT

public:
    explicit ViewState(QString file, QObject *parent = nullptr);
    ~ViewState() override;

    /// Keys are paths of the page's own choice: `runs/columns`.
    QJsonValue value(const QString &key) const;
    void setValue(const QString &key, const QJsonValue &value);
    void save();

private:
    QString m_file;
    QJsonObject m_values;
    QTimer m_later;
};

} // namespace batuta::views
