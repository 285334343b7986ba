#pragma once

#include "ui/tileimages.h"

#include <QObject>

#include <vector>

namespace dateline
{

/// Where a layer gets its tiles from, as images.
class TileSupply : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// False while there is nothing to want tiles from.
    [[nodiscard]] virtual bool isReady() const = 0;
    /// The image of @p key if it is there; null if not.
    [[nodiscard]] virtual QImage image(const TileKey &key) = 0;
    [[nodiscard]] virtual bool has(const TileKey &key) const = 0;
    /// Wants @p keys, most urgent first, instead of all that was wanted before.
    virtual void want(std::vector<TileKey> keys) = 0;
    [[nodiscard]] virtual int generation() const = 0; ///< Tiles of another one look otherwise.
    [[nodiscard]] virtual int finestLevel() const = 0;
    [[nodiscard]] virtual bool isOpaque() const = 0;

Q_SIGNALS:
    void arrived();
};

} // namespace dateline
