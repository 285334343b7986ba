#pragma once

#include <QCoreApplication>

namespace dateline
{

/// Translates what the import of tables says.
struct TablesText
{
    Q_DECLARE_TR_FUNCTIONS(Tables)
};

} // namespace dateline
