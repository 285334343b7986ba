#pragma once

#include "ui/onlineadding.h"
#include "ui/onlinemaps.h"
#include "ui/onlinesearch.h"

namespace dateline
{

/// All that the window has to do with the network.
class Online : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(dateline::OnlineMaps *maps READ maps CONSTANT)
    Q_PROPERTY(dateline::OnlineAdding *adding READ adding CONSTANT)
    Q_PROPERTY(dateline::OnlineSearch *search READ search CONSTANT)

public:
    Online(CaseStore *store, Camera *camera, QObject *parent = nullptr)
        : QObject(parent)
        , m_maps(store)
        , m_adding(&m_maps)
        , m_search(&m_maps, camera)
    {
    }

    [[nodiscard]] OnlineMaps *maps() { return &m_maps; }
    [[nodiscard]] OnlineAdding *adding() { return &m_adding; }
    [[nodiscard]] OnlineSearch *search() { return &m_search; }

private:
    OnlineMaps m_maps;
    OnlineAdding m_adding;
    OnlineSearch m_search;
};

} // namespace dateline
