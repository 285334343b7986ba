#include "geo/memoryfolder.h"

#include <cpl_vsi.h>

#include <atomic>

namespace dateline
{

MemoryFolder::MemoryFolder(std::vector<FileInMemory> files)
    : m_files(std::move(files))
{
    static std::atomic<int> count = 0;
    m_path = "/vsimem/dateline-folder-" + QByteArray::number(++count);
    for (FileInMemory &file : m_files) {
        VSILFILE *made = VSIFileFromMemBuffer((m_path + '/' + file.name.toUtf8()).constData(),
                                              reinterpret_cast<GByte *>(file.bytes.data()),
                                              static_cast<vsi_l_offset>(file.bytes.size()), FALSE);
        if (made != nullptr)
            VSIFCloseL(made);
    }
}

MemoryFolder::~MemoryFolder()
{
    VSIRmdirRecursive(m_path.constData());
}

QByteArray MemoryFolder::firstPath() const
{
    return m_path + '/' + m_files.front().name.toUtf8();
}

} // namespace dateline
