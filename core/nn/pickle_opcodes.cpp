#include "core/nn/pickle_machine.h"

#include <array>

namespace labelwright {

QString pickleOpcodeName(unsigned char opcode)
{
    struct Name
    {
        unsigned char opcode;
        const char* name;
    };
    // Python's pickletools, all opcodes that this reader does not execute.
    static constexpr std::array<Name, 43> names{{{'I', "INT"},
                                                 {'L', "LONG"},
                                                 {0x8B, "LONG4"},
                                                 {'S', "STRING"},
                                                 {'B', "BINBYTES"},
                                                 {'C', "SHORT_BINBYTES"},
                                                 {0x8E, "BINBYTES8"},
                                                 {0x96, "BYTEARRAY8"},
                                                 {0x97, "NEXT_BUFFER"},
                                                 {0x98, "READONLY_BUFFER"},
                                                 {'V', "UNICODE"},
                                                 {0x8C, "SHORT_BINUNICODE"},
                                                 {0x8D, "BINUNICODE8"},
                                                 {'F', "FLOAT"},
                                                 {'l', "LIST"},
                                                 {'d', "DICT"},
                                                 {0x8F, "EMPTY_SET"},
                                                 {0x90, "ADDITEMS"},
                                                 {0x91, "FROZENSET"},
                                                 {'0', "POP"},
                                                 {'1', "POP_MARK"},
                                                 {'2', "DUP"},
                                                 {'g', "GET"},
                                                 {'p', "PUT"},
                                                 {0x94, "MEMOIZE"},
                                                 {0x82, "EXT1"},
                                                 {0x83, "EXT2"},
                                                 {0x84, "EXT4"},
                                                 {0x93, "STACK_GLOBAL"},
                                                 {'i', "INST"},
                                                 {'o', "OBJ"},
                                                 {0x81, "NEWOBJ"},
                                                 {0x92, "NEWOBJ_EX"},
                                                 {0x95, "FRAME"},
                                                 {'P', "PERSID"},
                                                 {'N', "NONE"},
                                                 {'R', "REDUCE"},
                                                 {'b', "BUILD"},
                                                 {'c', "GLOBAL"},
                                                 {'Q', "BINPERSID"},
                                                 {'u', "SETITEMS"},
                                                 {'s', "SETITEM"},
                                                 {'.', "STOP"}}};
    for (const Name& name : names)
        if (name.opcode == opcode)
            return QString::fromLatin1(name.name);
    return QString("0x%1").arg(static_cast<int>(opcode), 2, 16, QLatin1Char('0'));
}

} // namespace labelwright
