// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/graph/gestures.h"

#include "views/graph/connect_rules.h"
#include "views/graph/dotted_ground.h"
#include "views/graph/graph_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace batuta::views {
namespace {

struct SayGesture
{
    Q_DECLARE_TR_FUNCTIONS(batuta::views::EditView)
};

} // namespace

MoveGesture::MoveGesture(FlowScene &scene, int held, std::vector<int> nodes, const QPointF &from, Done done)
    : m_scene(scene)
    , m_nodes(std::move(nodes))
    , m_from(from)
    , m_heldAt(scene.boxOf(held).topLeft())
    , m_before(scene.layout())
    , m_done(std::move(done))
{
}

void MoveGesture::move(const QPointF &at, Qt::KeyboardModifiers keys)
{
    QPointF place = m_heldAt + at - m_from;
    if (m_isSnapping && !(keys & Qt::AltModifier))
        place = {std::round(place.x() / kGrid) * kGrid, std::round(place.y() / kGrid) * kGrid};
    const QPointF way = place - m_heldAt;
    if (way == m_way)
        return;
    m_way = way;
    NodePlaces places;
    for (const int node : m_nodes)
        places.emplace(node, m_before.boxes[static_cast<std::size_t>(node)].topLeft() + way);
    m_scene.drag(places);
}

void MoveGesture::finish()
{
    if (m_way.isNull())
        return;
    NodePlaces places;
    for (const int node : m_nodes)
        places.emplace(node, m_scene.boxOf(node).topLeft());
    m_done(places);
}

void MoveGesture::cancel()
{
    m_scene.adopt(std::move(m_before));
}

BandGesture::BandGesture(FlowScene &scene, const QPointF &from, std::vector<int> before, Touched touched)
    : m_scene(scene)
    , m_from(from)
    , m_before(std::move(before))
    , m_touched(std::move(touched))
{
}

BandGesture::~BandGesture()
{
    m_scene.showBand({});
}

void BandGesture::move(const QPointF &at, Qt::KeyboardModifiers)
{
    const QRectF band = QRectF(m_from, at).normalized();
    m_scene.showBand(band);
    std::vector<int> nodes = m_before;
    for (const int node : m_scene.stepsIn(band))
        if (std::find(m_before.begin(), m_before.end(), node) == m_before.end())
            nodes.push_back(node);
    m_touched(nodes);
}

ConnectGesture::ConnectGesture(FlowScene &scene, Port fixed, int replaced, qreal reach, Tell tell)
    : m_scene(scene)
    , m_fixed(fixed)
    , m_replaced(replaced)
    , m_reach(reach)
    , m_tell(std::move(tell))
{
    const std::vector<bool> can = connectable(scene.graph(), fixed.node, fixed.isOut, replaced);
    for (const bool isPossible : can)
        m_looks.push_back(isPossible ? PortLook::Possible : PortLook::Impossible);
    m_looks[static_cast<std::size_t>(fixed.node)] = PortLook::Normal;
    scene.setEdgeVisible(replaced, false);
    dress();
}

ConnectGesture::~ConnectGesture()
{
    m_scene.setEdgeVisible(m_replaced, true);
    m_scene.showLine({}, EdgeLook::Preview);
    m_scene.setPortLooks({});
    m_tell.hint({});
}

void ConnectGesture::dress()
{
    std::vector<PortLook> looks = m_looks;
    if (m_target >= 0 && whyNot().isEmpty())
        looks[static_cast<std::size_t>(m_target)] = PortLook::Target;
    m_scene.setPortLooks(looks);
}

QString ConnectGesture::whyNot() const
{
    const int from = m_fixed.isOut ? m_fixed.node : m_target;
    const int to = m_fixed.isOut ? m_target : m_fixed.node;
    return m_target < 0 ? QString() : whyNotConnect(m_scene.graph(), from, to, m_replaced);
}

void ConnectGesture::show(const QPointF &end)
{
    const QRectF box = m_scene.boxOf(m_fixed.node);
    const QPointF own(m_fixed.isOut ? box.right() : box.left(), box.center().y());
    const QString why = whyNot();
    m_scene.showLine(m_fixed.isOut ? FreeRouter::lineTo(own, end) : FreeRouter::lineTo(end, own),
                     why.isEmpty() ? EdgeLook::Preview : EdgeLook::Refused);
    m_tell.hint(why);
    dress();
}

void ConnectGesture::move(const QPointF &at, Qt::KeyboardModifiers)
{
    m_target = m_scene.stepAt(at);
    if (m_target < 0)
        m_target = m_scene.portAt(at, m_reach).node;
    if (m_target == m_fixed.node)
        m_target = -1;
    const bool isOn = m_target >= 0 && whyNot().isEmpty();
    const QRectF box = isOn ? m_scene.boxOf(m_target) : QRectF();
    show(isOn ? QPointF(m_fixed.isOut ? box.left() : box.right(), box.center().y()) : at);
}

void ConnectGesture::aim(int node)
{
    m_target = node == m_fixed.node ? -1 : node;
    if (m_target < 0) {
        m_scene.showLine({}, EdgeLook::Preview);
        dress();
        return;
    }
    const QRectF box = m_scene.boxOf(m_target);
    show(QPointF(m_fixed.isOut ? box.left() : box.right(), box.center().y()));
    if (whyNot().isEmpty())
        m_tell.hint(
            SayGesture::tr("Enter connects %1 to %2, Esc leaves")
                .arg(titleOf(m_scene.graph().node(m_fixed.node)), titleOf(m_scene.graph().node(m_target))));
}

void ConnectGesture::finish()
{
    if (m_target >= 0 && whyNot().isEmpty())
        m_tell.connect(m_fixed.isOut ? m_fixed.node : m_target, m_fixed.isOut ? m_target : m_fixed.node);
}

} // namespace batuta::views
