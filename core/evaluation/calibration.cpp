#include "core/evaluation/calibration.h"
