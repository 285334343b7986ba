#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace dateline
{

// Exports are one JSON of a hundred megabytes. They are cut into their parts first, so that each part is parsed alone,
// keeps its own bytes, and does no harm to the others when it is damaged.

/// The objects in the list or lists that @p json begins with, each as it stands there, not those inside of them.
///
/// @param[out] end where the list ends.
[[nodiscard]] std::vector<QByteArrayView> objectsIn(QByteArrayView json, qsizetype *end = nullptr);

/// A list that is the value of a key, and the fields of its object that stand before it.
struct JsonList
{
    QByteArray before; ///< An object of its own.
    std::vector<QByteArrayView> objects;
};

/// Every list of objects under @p key in @p json, however deep.
[[nodiscard]] std::vector<JsonList> listsUnder(QByteArrayView key, QByteArrayView json);

} // namespace dateline
