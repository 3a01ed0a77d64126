"""How things are phrased for Telegram: HTML that is always well formed, and screens made of it."""
