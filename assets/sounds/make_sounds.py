"""Makes the sounds of the game: run it to write every .ogg beside it anew.

    python -m pip install numpy soundfile
    python assets/sounds/make_sounds.py

Only whoever changes a sound needs these two; the game plays the files and imports neither. A sound is a sum
of decaying tones and of filtered noise (a fixed seed, so that the same script makes the same sound). PEAK
says how loud each may get: nothing is louder than -6 dBFS, and what is heard often is much quieter.
"""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import soundfile

RATE = 44_100
HERE = Path(__file__).resolve().parent
Wave = np.ndarray

# dBFS of the loudest sample: what is heard every second is soft, what is heard once a game is full
PEAK = {
    "click": -20,
    "card": -11,
    "draw": -16,
    "control": -9,
    "deal": -10,
    "ally": -11,
    "tension": -10,
    "spotlight": -12,
    "market": -12,
    "win": -7.5,
    "rupture": -7,
    "undo": -16,
}
SCALE = ("A", "A#", "B", "C", "C#", "D", "D#", "E", "F", "F#", "G", "G#")
NOTE = {name: 440 * 2 ** (step / 12) for step, name in enumerate(SCALE)}


def pitch(name: str, octave: int) -> float:
    """Hertz of a note; octave 4 holds the A of 440."""
    return NOTE[name] * 2 ** (octave - (4 if name in SCALE[:3] else 5))


def silence(seconds: float) -> Wave:
    return np.zeros(round(RATE * seconds))


def time(seconds: float) -> Wave:
    return np.arange(round(RATE * seconds)) / RATE


def envelope(seconds: float, attack: float, decay: float) -> Wave:
    """Rises in `attack` seconds, then falls to a third every `decay` seconds; ends at nothing."""
    t = time(seconds)
    shape = np.minimum(1, t / attack) * np.exp(-np.maximum(0, t - attack) / decay)
    return shape * np.minimum(1, (seconds - t) / 0.02)


def tone(
    hertz: float,
    seconds: float,
    decay: float,
    attack: float = 0.004,
    parts: tuple[float, ...] = (1, 0.35, 0.12),
    slide: float = 1.0,
) -> Wave:
    """A sine with harmonics, each dying sooner than the one below; it slides to `slide` times its pitch."""
    t = time(seconds)
    phase = 2 * np.pi * hertz * np.cumsum(slide ** (t / seconds)) / RATE
    waves = (
        share * np.sin(n * phase) * envelope(seconds, attack, decay / n**0.7)
        for n, share in enumerate(parts, start=1)
    )
    return sum(waves, silence(seconds))


def bell(hertz: float, seconds: float, decay: float, ratios: tuple[float, ...] = (1, 2.76, 5.4)) -> Wave:
    """Struck metal: partials that are no harmonics."""
    shares = (1, 0.3, 0.12, 0.08)
    return sum(
        (
            share * tone(hertz * ratio, seconds, decay / ratio**0.5, 0.002, (1,))
            for ratio, share in zip(ratios, shares, strict=False)
        ),
        silence(seconds),
    )


def noise(seconds: float, low: Callable[[Wave], Wave], high: float, seed: int = 1) -> Wave:
    """Noise between two pitches; the lower-pass one may move: `low` is hertz over the share of the time."""
    rng = np.random.default_rng(seed)
    white = rng.standard_normal(round(RATE * seconds))
    cut = low(np.linspace(0, 1, len(white)))
    soft, hard = np.empty_like(white), np.empty_like(white)
    a = b = c = 0.0
    for n, sample in enumerate(white):
        share = 1 - np.exp(-2 * np.pi * cut[n] / RATE)
        a += share * (sample - a)
        b += share * (a - b)  # twice: 12 dB an octave
        c += (1 - np.exp(-2 * np.pi * high / RATE)) * (b - c)
        soft[n], hard[n] = b, b - c
    return hard / np.abs(hard).max()


def place(length: float, *parts: tuple[float, float, Wave]) -> Wave:
    """Put waves into one of `length` seconds, each as (seconds from the start, loudness, wave)."""
    whole = silence(length)
    for start, share, wave in parts:
        first = round(start * RATE)
        piece = wave[: len(whole) - first]
        whole[first : first + len(piece)] += share * piece
    return whole


def room(wave: Wave, seconds: float = 0.35, wet: float = 0.18) -> Wave:
    """A little air around a sound: a few soft echoes."""
    out = np.concatenate([wave, silence(seconds)])
    for n, delay in enumerate((0.031, 0.047, 0.071, 0.103, 0.149, 0.211)):
        first = round(delay * RATE)
        out[first : first + len(wave)] += wet * 0.72**n * wave[: len(out) - first]
    return out


# --- the sounds ----------------------------------------------------------------------------------


def click() -> Wave:
    """A key of a good keyboard."""
    tick = noise(0.05, lambda x: 5200 + 0 * x, 900) * envelope(0.05, 0.001, 0.007)
    return place(0.06, (0, 0.7, tick), (0, 1.0, tone(1050, 0.05, 0.012, 0.001, (1, 0.2))))


def card() -> Wave:
    """A card slides over felt and lands."""
    slide = noise(0.2, lambda x: 1400 + 3800 * np.sin(np.pi * x), 380) * envelope(0.2, 0.07, 0.06)
    land = tone(150, 0.14, 0.035, 0.002, (1, 0.4), 0.6)
    tap = noise(0.05, lambda x: 2600 + 0 * x, 300, 2) * envelope(0.05, 0.001, 0.012)
    return place(0.34, (0, 0.55, slide), (0.17, 0.9, land), (0.17, 0.5, tap))


def draw() -> Wave:
    """A card is drawn from a pile."""
    return noise(0.13, lambda x: 1800 + 4200 * x, 700, 3) * envelope(0.13, 0.05, 0.035)


def control() -> Wave:
    """A gate shuts: a low blow, iron, and a bolt."""
    blow = tone(92, 0.4, 0.11, 0.002, (1, 0.5, 0.2), 0.72)
    iron = bell(311, 0.5, 0.11, (1, 1.52, 2.44, 3.71))
    bolt = bell(920, 0.16, 0.03, (1, 1.71, 2.9))
    return room(place(0.55, (0, 1.0, blow), (0, 0.34, iron), (0.13, 0.22, bolt)), 0.25, 0.14)


def deal() -> Wave:
    """Two sides agree: a fifth that closes into a third."""
    parts = [
        (0.00, 0.8, tone(pitch("G", 4), 0.5, 0.2)),
        (0.12, 0.8, tone(pitch("D", 5), 0.5, 0.2)),
        (0.27, 0.7, tone(pitch("G", 4), 0.6, 0.26)),
        (0.27, 0.8, tone(pitch("B", 4), 0.6, 0.26)),
        (0.27, 0.5, tone(pitch("D", 5), 0.6, 0.26)),
    ]
    return room(place(0.9, *parts))


def ally() -> Wave:
    """A bloc comes nearer: two small bells upward."""
    first, second = bell(pitch("E", 5), 0.4, 0.16), bell(pitch("A", 5), 0.5, 0.2)
    return room(place(0.6, (0, 0.8, first), (0.1, 0.9, second)))


def tension() -> Wave:
    """A low string pressed twice, half a tone apart."""
    parts = (1, 0.6, 0.35, 0.2)
    low = tone(pitch("E", 3), 0.55, 0.2, 0.03, parts)
    near = tone(pitch("F", 3), 0.55, 0.2, 0.03, parts)
    wave = place(0.75, (0, 0.8, low), (0.16, 0.9, near))
    return room(wave * (1 + 0.25 * np.sin(2 * np.pi * 9 * time(0.75))))


def spotlight() -> Wave:
    """A lamp is turned on: a switch, then light."""
    switch = noise(0.04, lambda x: 3600 + 0 * x, 600, 4) * envelope(0.04, 0.001, 0.008)
    rise = tone(pitch("C", 5), 0.5, 0.22, 0.05, (1, 0.2), 1.03)
    shine = [(0.06 + 0.05 * n, 0.22, bell(pitch(k, 6), 0.4, 0.14)) for n, k in enumerate("CEG")]
    return room(place(0.7, (0, 0.5, switch), (0.03, 0.5, rise), *shine))


def market() -> Wave:
    """The bell of an exchange over running figures."""
    tick = noise(0.03, lambda x: 4200 + 0 * x, 1200, 5) * envelope(0.03, 0.001, 0.006)
    ticks = [(0.055 * n, 0.25 + 0.05 * n, tick) for n in range(5)]
    return room(place(0.85, *ticks, (0.28, 0.9, bell(pitch("F#", 5), 0.55, 0.22))))


def win() -> Wave:
    """Four steps up to a full chord."""
    steps = [
        (0.13 * n, 0.6, tone(pitch(k, o), 0.4, 0.17)) for n, (k, o) in enumerate([("D", 4), ("F#", 4), ("A", 4)])
    ]
    names = (("D", 4), ("A", 4), ("D", 5), ("F#", 5))
    chord = [(0.39, 0.5, tone(pitch(k, o), 1.2, 0.5, 0.01)) for k, o in names]
    return room(place(1.65, *steps, *chord), 0.5, 0.22)


def rupture() -> Wave:
    """Something large breaks far away."""
    boom = tone(58, 1.5, 0.42, 0.004, (1, 0.7, 0.3), 0.55)
    break_ = noise(0.5, lambda x: 3200 * (1 - x) ** 2 + 160, 60, 6) * envelope(0.5, 0.002, 0.12)
    roll = noise(1.6, lambda x: 420 * (1 - x) + 70, 30, 7) * envelope(1.6, 0.12, 0.5)
    low = tone(pitch("C#", 2), 1.5, 0.6, 0.08, (1, 0.5, 0.35, 0.25))
    return room(place(1.75, (0, 1.0, boom), (0, 0.55, break_), (0.05, 0.6, roll), (0.1, 0.25, low)), 0.4)


def undo() -> Wave:
    """A card is drawn, backward."""
    return place(0.24, (0, 0.8, draw()[::-1]), (0.1, 0.35, tone(620, 0.12, 0.05, 0.01, (1, 0.2), 0.75)))


SOUNDS = (click, card, draw, control, deal, ally, tension, spotlight, market, win, rupture, undo)


def main() -> None:
    for sound in SOUNDS:
        wave = sound()
        wave = wave / np.abs(wave).max() * 10 ** (PEAK[sound.__name__] / 20)
        file = HERE / f"{sound.__name__}.ogg"
        soundfile.write(file, wave.astype("float32"), RATE, format="OGG", subtype="VORBIS")
        back, _ = soundfile.read(file)
        loudest = 20 * np.log10(np.abs(back).max())
        print(f"{file.name:14} {len(wave) / RATE:5.2f} s {loudest:6.1f} dBFS {file.stat().st_size:6} bytes")
        assert loudest <= -6, file


if __name__ == "__main__":
    main()
