// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/view_state.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace batuta::views {
namespace {

constexpr qint64 kLargest = 16 * 1024 * 1024;

QJsonObject readObject(const QString &name)
{
    QFile file(name);
    if (name.isEmpty() || !file.open(QIODevice::ReadOnly) || file.size() > kLargest)
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace

ViewState::ViewState(QString file, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
    , m_values(readObject(m_file))
{
    m_later.setSingleShot(true);
    m_later.setInterval(500);
    connect(&m_later, &QTimer::timeout, this, &ViewState::save);
}

ViewState::~ViewState()
{
    if (m_later.isActive())
        save();
}

QJsonValue ViewState::value(const QString &key) const
{
    return m_values.value(key);
}

void ViewState::setValue(const QString &key, const QJsonValue &value)
{
    if (m_values.value(key) == value)
        return;
    m_values.insert(key, value);
    m_later.start();
}

void ViewState::save()
{
    m_later.stop();
    QSaveFile file(m_file);
    if (m_file.isEmpty() || !file.open(QIODevice::WriteOnly))
        return; // what a view remembers is never worth an error
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QJsonDocument(m_values).toJson(QJsonDocument::Compact));
    file.commit();
}

} // namespace batuta::views
